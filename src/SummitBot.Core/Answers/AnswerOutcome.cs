using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>How a question ended.</summary>
public enum AnswerOutcome
{
    /// <summary>There is an answer, and every sentence that states a fact is cited.</summary>
    Answered,

    /// <summary>No sentence is a certain answer; passages that may answer are quoted and cited.</summary>
    Offered,

    /// <summary>The articles do not contain the answer.</summary>
    NotInCorpus,

    /// <summary>The question is ambiguous; the text asks the user to choose.</summary>
    NeedsClarification,

    /// <summary>The question could not be processed; the text says why.</summary>
    Error,
}

/// <summary>Writes <see cref="AnswerOutcome.NotInCorpus"/> as <c>notInCorpus</c>.</summary>
public sealed class AnswerOutcomeConverter()
    : JsonStringEnumConverter<AnswerOutcome>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
