namespace SummitBot.Answering.Sentences;

/// <summary>Whether a sentence speaks of the time that a question asks about.</summary>
internal enum PeriodFit
{
    /// <summary>Neither it nor its article tells, or the question asks about no time.</summary>
    Unknown,

    /// <summary>It speaks of another time, or stands in an article of another time and nothing near it names the one asked.</summary>
    Outside,

    /// <summary>It, a neighbour or what stands above it names the time asked.</summary>
    Inside,

    /// <summary>So says its article's day of publication: "on Wednesday", or no word at all.</summary>
    InsideByPublication,
}
