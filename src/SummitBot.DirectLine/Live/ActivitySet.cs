using System.Globalization;
using System.Text;
using SummitBot.Hosting.Activities;

namespace SummitBot.DirectLine.Live;

/// <summary>Activities as clients get them: <c>{"activities":[...],"watermark":"7"}</c>, from their JSON as it is kept.</summary>
internal static class ActivitySet
{
    public static string Serialize(IReadOnlyList<LoggedActivity> activities, long watermark) =>
        Serialize(activities.Select(a => a.Json), watermark.ToString(CultureInfo.InvariantCulture));

    /// <summary>An activity that is not kept moves no watermark.</summary>
    public static string SerializeTransient(string json) => Serialize([json], watermark: null);

    /// <summary>The number after which to read; 0, the start, for a watermark that is missing or none of ours.</summary>
    public static long ParseWatermark(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string Serialize(IEnumerable<string> activities, string? watermark)
    {
        var set = new StringBuilder("""{"activities":[""").AppendJoin(',', activities).Append(']');
        return (watermark is null ? set : set.Append(",\"watermark\":\"").Append(watermark).Append('"'))
            .Append('}')
            .ToString();
    }
}
