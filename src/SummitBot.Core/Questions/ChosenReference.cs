namespace SummitBot.Core.Questions;

/// <summary>What the user meant when we asked back.</summary>
/// <param name="Text">The question, with the name in place of the pronoun.</param>
/// <param name="Other">The name that was not meant.</param>
internal sealed record ChosenReference(string Text, string Other);
