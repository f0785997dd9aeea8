namespace SummitBot.Answering.Sentences;

/// <summary>Whether a sentence is about the time that a question asks about.</summary>
internal enum PeriodFit
{
    /// <summary>Neither the sentence nor its article says, or the question asks about no time.</summary>
    Unknown,

    /// <summary>
    /// The sentence is about another time, or its article is and nothing near the sentence names the time asked for.
    /// </summary>
    Outside,

    /// <summary>The sentence, a neighbour, its heading or its title names the time asked for.</summary>
    Inside,

    /// <summary>
    /// The article's publication date matches, and the sentence names no other time: "on Wednesday", or nothing.
    /// </summary>
    InsideByPublication,
}
