namespace SummitBot.Core.Answers;

/// <summary>How a model gets at the articles.</summary>
public enum AnsweringMode
{
    /// <summary>It is given the passages found for the question.</summary>
    Plain,

    /// <summary>It may also search and read the articles by itself, within <see cref="AnsweringOptions.AgenticRounds"/>.</summary>
    Agentic,
}
