using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SummitBot.Core.Answers;
using SummitBot.Core.Reviews;

namespace SummitBot.Web.Admin;

/// <summary>The filter of questions in an address. What is no value of a filter is as if it were left out.</summary>
internal sealed record QuestionsQuery
{
    private const int MaxLength = 200;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Words of question or answer.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    [FromQuery(Name = "outcome")]
    public string? Outcome { get; init; }

    [FromQuery(Name = "channel")]
    public string? Channel { get; init; }

    [FromQuery(Name = "feedback")]
    public string? Judgement { get; init; }

    /// <summary>The first day (UTC).</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day (UTC).</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>The page before ended with this number.</summary>
    [FromQuery(Name = "before")]
    public string? Before { get; init; }

    public TurnFilter ToFilter() =>
        new()
        {
            Words = Words is { Length: > MaxLength } ? Words[..MaxLength] : Words ?? "",
            Outcome = ParseName<AnswerOutcome>(Outcome),
            Channel = string.IsNullOrEmpty(Channel) ? null : Channel,
            Judgement = ParseName<Judgement>(Judgement),
            Since = ParseDay(From),
            // The last second of the calendar has no next day.
            Until = ParseDay(To) is { Year: < 9999 } last ? last.AddDays(1) : null,
            Before = long.TryParse(Before, CultureInfo.InvariantCulture, out long before) ? before : null,
        };

    /// <summary>The address of the page that begins before this number.</summary>
    public string GetAddress(long before) =>
        QueryHelpers.AddQueryString(
            "/admin/questions",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Words,
                ["outcome"] = Outcome,
                ["channel"] = Channel,
                ["feedback"] = Judgement,
                ["from"] = From,
                ["to"] = To,
                ["before"] = before.ToString(CultureInfo.InvariantCulture),
            }.Where(part => !string.IsNullOrEmpty(part.Value))
        );

    private static T? ParseName<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Where(value => AnswerJson.GetName(value) == name)
            .Select(value => (T?)value)
            .FirstOrDefault();

    private static DateTimeOffset? ParseDay(string? day) =>
        DateOnly.TryParseExact(day, DayFormat, out DateOnly date)
            ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)
            : null;
}
