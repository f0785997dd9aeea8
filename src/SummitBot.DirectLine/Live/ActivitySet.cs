using System.Globalization;
using System.Text;
using SummitBot.Hosting.Activities;

namespace SummitBot.DirectLine.Live;

/// <summary>A response with stored activities: <c>{"activities":[...],"watermark":"7"}</c>.</summary>
internal static class ActivitySet
{
    public static string Serialize(IReadOnlyList<LoggedActivity> activities, long watermark) =>
        Serialize(activities.Select(a => a.Json), watermark.ToString(CultureInfo.InvariantCulture));

    /// <summary>An activity that is not stored does not change the watermark.</summary>
    public static string SerializeTransient(string json) => Serialize([json], watermark: null);

    /// <summary>The number to read after; 0, the start, for a missing or invalid watermark.</summary>
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
