using System.Globalization;
using SummitBot.Language.Tokens;

namespace SummitBot.Language.Dates;

/// <summary>The words of a text, with the questions that parsing dates asks about them.</summary>
internal sealed class DateText(string text)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2099;
    private const int YearDigits = 4;
    private const int MaxDayDigits = 2;
    private const int MaxGapLength = 2;

    private readonly IReadOnlyList<Word> _words = Tokenizer.Tokenize(text);

    public int Count => _words.Count;

    /// <summary>The word at an index in lower case; empty outside the text.</summary>
    public string this[int i] => i >= 0 && i < Count ? _words[i].Form : "";

    public int GetStart(int i) => _words[i].Start;

    public int GetEnd(int i) => _words[i].End;

    /// <summary>True when only a space, a full stop or a comma separates a word from the one before.</summary>
    public bool IsNear(int i) => Gap(i) is { Length: > 0 and <= MaxGapLength } gap && gap.Trim(" .,\u00A0").IsEmpty;

    /// <summary>True when only a hyphen or dash separates a word from the one before.</summary>
    public bool IsHyphenated(int i) => Gap(i) is "-" or "\u2013";

    /// <summary>Four digits that are a year and not part of a larger number, an amount or a share.</summary>
    public int? YearAt(int i)
    {
        if (this[i].Length != YearDigits || Number(i) is not (>= EarliestYear and <= LatestYear and var year))
        {
            return null;
        }

        (int start, int end) = (GetStart(i), GetEnd(i));
        char before = start > 0 ? text[start - 1] : ' ';
        char after = end < text.Length ? text[end] : ' ';
        bool isCutBefore = before is '.' or ',' && start > 1 && char.IsDigit(text[start - 2]);
        bool isCutAfter = after is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]);
        return isCutBefore || isCutAfter || after == '%' || char.IsSymbol(before) ? null : year;
    }

    /// <summary>1 to 31, with or without an ordinal ending.</summary>
    public int? DayAt(int i, IReadOnlyList<string> ordinalEndings)
    {
        string word = this[i];
        string? ending = ordinalEndings.FirstOrDefault(e => word.EndsWith(e, StringComparison.Ordinal));
        ReadOnlySpan<char> digits = ending is null ? word : word.AsSpan(0, word.Length - ending.Length);
        return
            digits.Length is > 0 and <= MaxDayDigits
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            && day is >= 1 and <= 31
            ? day
            : null;
    }

    public int? Number(int i) =>
        int.TryParse(this[i], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private ReadOnlySpan<char> Gap(int i) =>
        i > 0 && i < Count ? text.AsSpan(GetEnd(i - 1), GetStart(i) - GetEnd(i - 1)) : default;
}
