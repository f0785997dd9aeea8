namespace SummitBot.Terminal.Lines;

/// <summary>The result of waiting for a line.</summary>
/// <param name="Text">The line; empty for other results.</param>
public sealed record LineRead(LineReadKind Kind, string Text = "");
