namespace SummitBot.Language.Recognition;

/// <summary>A word or a number of a sentence, with what is known of it.</summary>
/// <param name="Text">As written.</param>
/// <param name="Lower">Lower case, without accents.</param>
/// <param name="Lemma">The base form; equal to <paramref name="Lower"/> outside English.</param>
public sealed record AnnotatedWord(string Text, string Lower, string Lemma)
{
    /// <summary>The value of a number phrase, such as <c>1.5 million</c>; null for a word.</summary>
    public double? Value { get; init; }

    /// <summary>
    /// What a number counts, in a canonical form (<c>km</c>, <c>$</c>, <c>%</c>, <c>decade</c>); null without a unit.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>True for a number written as <c>two</c> to <c>five</c>.</summary>
    public bool IsSmallCount { get; init; }

    /// <summary>1 to 12 for the name of a month; 0 otherwise.</summary>
    public int Month { get; init; }

    /// <summary>True for a word without content: an article, a preposition, an auxiliary verb.</summary>
    public bool IsFunction { get; init; }

    public bool IsCapital { get; init; }

    /// <summary>True for the first word of a sentence, or after a colon, dash or bullet.</summary>
    public bool OpensSentence { get; init; }

    /// <summary>True for a name, as far as capitals show.</summary>
    public bool IsName { get; init; }

    /// <summary>True when a comma, semicolon or bracket precedes it.</summary>
    public bool FollowsBreak { get; init; }

    public bool IsNumber => Value is not null;

    /// <summary>True for a number without a unit that may be a year.</summary>
    public bool IsYear => Unit is null && Value is { } value && DateRecognizer.IsYear(value) && Lower.Length == 4;

    public bool IsContent => !IsFunction;

    /// <summary>Its weight in coverage and alignment.</summary>
    public double Weight =>
        IsFunction ? 0
        : IsNumber || IsName || Month > 0 ? 1.5
        : WordClasses.IsLight(Lemma) ? 0.4
        : 1;
}
