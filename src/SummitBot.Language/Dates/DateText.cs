using System.Globalization;

namespace SummitBot.Language.Dates;

/// <summary>A text split into runs of letters and digits, in lower case, for parsing dates.</summary>
public sealed class DateText
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2099;
    private const int YearDigits = 4;
    private const int MaxDayDigits = 2;
    private const int MaxGapLength = 2;

    private readonly string _text;
    private readonly List<(int Start, int End, string Word)> _tokens = [];

    public DateText(string text)
    {
        _text = text;
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isInside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                _tokens.Add((start, i, text[start..i].ToLowerInvariant()));
                start = -1;
            }
        }
    }

    public int Count => _tokens.Count;

    /// <summary>The word at an index; empty outside the text.</summary>
    public string this[int i] => i >= 0 && i < _tokens.Count ? _tokens[i].Word : "";

    public int GetStart(int i) => _tokens[i].Start;

    public int GetEnd(int i) => _tokens[i].End;

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

        (int start, int end, _) = _tokens[i];
        char before = start > 0 ? _text[start - 1] : ' ';
        char after = end < _text.Length ? _text[end] : ' ';
        bool isCutBefore = before is '.' or ',' && start > 1 && char.IsDigit(_text[start - 2]);
        bool isCutAfter = after is '.' or ',' && end + 1 < _text.Length && char.IsDigit(_text[end + 1]);
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
        i > 0 && i < _tokens.Count ? _text.AsSpan(_tokens[i - 1].End, _tokens[i].Start - _tokens[i - 1].End) : default;
}
