namespace SummitBot.Core.Answers;

/// <summary>How a model gets the articles.</summary>
public enum AnsweringMode
{
    /// <summary>It gets the passages found for the question.</summary>
    Plain,

    /// <summary>
    /// It may also search and read the articles itself, within <see cref="AnsweringOptions.AgenticRounds"/>.
    /// </summary>
    Agentic,
}
