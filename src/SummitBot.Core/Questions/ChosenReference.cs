namespace SummitBot.Core.Questions;

/// <summary>The user's choice after a clarifying question.</summary>
/// <param name="Text">The question, with the name in place of the pronoun.</param>
/// <param name="Other">The name that was not meant.</param>
internal sealed record ChosenReference(string Text, string Other);
