using SummitBot.Core.Conversations;

namespace SummitBot.Web.Admin;

/// <summary>Refused questions that share a word: something the corpus may lack.</summary>
/// <param name="Word">As it was written in the newest of them; null for questions that share no word with another.</param>
/// <param name="Turns">The newest first.</param>
public sealed record RefusalTopic(string? Word, IReadOnlyList<AnsweredTurn> Turns);
