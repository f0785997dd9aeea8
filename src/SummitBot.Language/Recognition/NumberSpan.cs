namespace SummitBot.Language.Recognition;

/// <summary>A number as a person would say it: <c>about three and a half hours</c>, <c>$1.5 million</c>, <c>up to 30%</c>.</summary>
/// <param name="Words">The words of the number itself.</param>
/// <param name="Text">The whole of it: from <c>about</c> to its unit or sign.</param>
public readonly record struct NumberSpan(Mention Words, Span Text)
{
    /// <summary>The last word of its unit; null when it has none.</summary>
    public int? Unit { get; init; }

    /// <summary>A currency sign stands before it.</summary>
    public bool HasCurrencySign { get; init; }

    /// <summary>A percent sign stands behind it.</summary>
    public bool HasPercentSign { get; init; }

    /// <summary>Something went from this number to the next, so that it is two answers.</summary>
    public bool IsChange { get; init; }
}
