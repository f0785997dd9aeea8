using SummitBot.Core.Conversations;

namespace SummitBot.Web.Admin;

/// <summary>Refused questions that share a word: a possible gap in the corpus.</summary>
/// <param name="Word">As written in the newest of them; null for questions that share no word with another.</param>
/// <param name="Turns">Newest first.</param>
public sealed record RefusalTopic(string? Word, IReadOnlyList<AnsweredTurn> Turns);
