using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitBot.Evaluation.Gate;

/// <summary>Corruptions of one number, unit or date.</summary>
internal static partial class NumberCorruptions
{
    public static readonly IReadOnlyList<ClaimVariant> All =
    [
        new("numberChanged", IsSupported: false, ChangeNumber),
        new("numberOfPassage", IsSupported: false, NumberOfPassage),
        new("unitChanged", IsSupported: false, ChangeUnit),
        new("dateShifted", IsSupported: false, ShiftDate),
    ];

    private static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    private static readonly (string From, string To)[] Units =
    [
        ("kilometres", "miles"),
        ("kilometers", "miles"),
        ("km", "miles"),
        ("miles", "kilometres"),
        ("metres", "kilometres"),
        ("percent", "million"),
        ("%", " million"),
        ("hours", "days"),
        ("days", "weeks"),
        ("years", "months"),
        ("months", "years"),
        ("million", "billion"),
        ("billion", "million"),
        ("tonnes", "kilograms"),
        ("$", "€"),
        ("£", "$"),
        ("€", "$"),
    ];

    private static string? ChangeNumber(ClaimSample sample)
    {
        if (sample.Pick(Number().Matches(sample.Text)) is not { } number)
        {
            return null;
        }

        string digits = number.Value.Replace(",", "", StringComparison.Ordinal);
        long value = long.Parse(digits, CultureInfo.InvariantCulture);
        long other = value + (sample.Random.Next(2) == 0 ? 1 : -1) * Math.Max(1, value / 10 * sample.Random.Next(1, 4));
        bool groups = number.Value.Contains(',', StringComparison.Ordinal);
        string text = Math.Abs(other).ToString(groups ? "N0" : "0", CultureInfo.InvariantCulture);
        return IsInSources(sample, text) ? null : WordSwap.Swap(sample.Text, (number, text));
    }

    private static string? NumberOfPassage(ClaimSample sample)
    {
        Match? number = sample.Pick(Number().Matches(sample.Text));
        string[] others =
        [
            .. sample
                .Sources.SelectMany(s => Number().Matches(s.Passage.Text))
                .Select(m => m.Value)
                .Where(v => number is not null && v != number.Value && v.Length == number.Value.Length)
                .Where(v => !sample.Text.Contains(v, StringComparison.Ordinal)),
        ];
        return sample.Pick(others) is { } other ? WordSwap.Swap(sample.Text, (number!, other)) : null;
    }

    private static string? ChangeUnit(ClaimSample sample)
    {
        foreach ((string from, string to) in Units)
        {
            string pattern = from switch
            {
                "$" or "£" or "€" => $@"\{from}(?=\d)",
                "%" => @"(?<=\d)%",
                _ => $@"(?<=\d ){from}\b",
            };
            Match unit = Regex.Match(sample.Text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            if (unit.Success)
            {
                return WordSwap.Swap(sample.Text, (unit, to));
            }
        }

        return null;
    }

    private static string? ShiftDate(ClaimSample sample)
    {
        if (Month().Match(sample.Text) is { Success: true } month && sample.Random.Next(2) == 0)
        {
            int index = Array.IndexOf(MonthNames, month.Value);
            return WordSwap.Swap(sample.Text, (month, MonthNames[(index + sample.Random.Next(1, 11)) % 12]));
        }

        if (sample.Pick(Year().Matches(sample.Text)) is not { } year)
        {
            return null;
        }

        int shift = sample.Random.Next(1, 9) * (sample.Random.Next(2) == 0 ? 1 : -1);
        string other = (int.Parse(year.Value, CultureInfo.InvariantCulture) + shift).ToString(
            CultureInfo.InvariantCulture
        );
        return IsInSources(sample, other) ? null : WordSwap.Swap(sample.Text, (year, other));
    }

    private static bool IsInSources(ClaimSample sample, string number) =>
        sample.Sources.Any(s => s.Passage.Text.Contains(number, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\d.,:\p{L}-])\d{1,3}(?:,\d{3})*(?![\d:\p{L}-]|[.,]\d)", RegexOptions.None, 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\d.,-])(?:1[0-9]|20)\d\d(?![\d\p{L}-]|[.,]\d)", RegexOptions.None, 1_000)]
    private static partial Regex Year();

    [GeneratedRegex(
        @"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b(?= \d| of \d)|(?<=\d )(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Month();
}
