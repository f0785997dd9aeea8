namespace SummitBot.Terminal.Lines;

/// <summary>What came of waiting for a line.</summary>
/// <param name="Text">The line; empty unless there is one.</param>
public sealed record LineRead(LineReadKind Kind, string Text = "");
