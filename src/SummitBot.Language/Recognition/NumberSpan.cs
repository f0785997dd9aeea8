namespace SummitBot.Language.Recognition;

/// <summary>
/// A number with the words that belong to it: <c>about three and a half hours</c>, <c>$1.5 million</c>, <c>up to
/// 30%</c>.
/// </summary>
/// <param name="Words">The words of the number itself.</param>
/// <param name="Text">The full range, from <c>about</c> to its unit or sign.</param>
public readonly record struct NumberSpan(Mention Words, Span Text)
{
    /// <summary>The last word of its unit; null when it has none.</summary>
    public int? Unit { get; init; }

    /// <summary>True when a currency sign precedes it.</summary>
    public bool HasCurrencySign { get; init; }

    /// <summary>True when a percent sign follows it.</summary>
    public bool HasPercentSign { get; init; }

    /// <summary>True when something changed from this number to the next, so that there are two answers.</summary>
    public bool IsChange { get; init; }
}
