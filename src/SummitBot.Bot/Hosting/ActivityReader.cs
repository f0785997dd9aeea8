using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Hosting;

/// <summary>Reads the activity of a request; whatever is sent, the outcome is an activity or a sentence.</summary>
internal static class ActivityReader
{
    private const int LongestPath = 200;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ValueTask<ActivityReading> ReadAsync(
        HttpRequest request,
        int maxBytes,
        CancellationToken cancellationToken
    ) => ReadAsync(request, maxBytes, ProblemOf, cancellationToken);

    /// <param name="problemOf">Why a bot cannot take the activity, as a sentence that says how to mend it; null when it can.</param>
    public static async ValueTask<ActivityReading> ReadAsync(
        HttpRequest request,
        int maxBytes,
        Func<Activity, string?> problemOf,
        CancellationToken cancellationToken
    )
    {
        // Browsers send other media types across sites without asking; JSON they do not.
        if (!request.HasJsonContentType())
        {
            return ActivityReading.NotJson();
        }

        if (request.ContentLength > maxBytes)
        {
            return ActivityReading.TooLarge(maxBytes);
        }

        PipeReader body = request.BodyReader;
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return ActivityReading.TooLarge(maxBytes);
            }

            if (read.IsCompleted)
            {
                ActivityReading reading = Parse(read.Buffer, problemOf);
                body.AdvanceTo(read.Buffer.End);
                return reading;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    internal static ActivityReading Parse(ReadOnlySequence<byte> body) => Parse(body, ProblemOf);

    private static ActivityReading Parse(ReadOnlySequence<byte> body, Func<Activity, string?> problemOf)
    {
        ReadOnlySpan<byte> json = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        json = json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        if (json.IsEmpty)
        {
            return ActivityReading.Malformed("The body is empty: send an activity.");
        }

        // The serialiser leaves parts unread until somebody looks at them: bad text is to be found here, not there.
        if (!Utf8.IsValid(json))
        {
            return ActivityReading.Malformed("The body is no UTF-8 text: send JSON in UTF-8.");
        }

        try
        {
            return ActivityJson.Deserialize<Activity>(json) is { } activity
                ? Check(activity, problemOf)
                : ActivityReading.Malformed("The body is null: send an activity.");
        }
        catch (JsonException malformed)
        {
            return ActivityReading.Malformed(Describe(malformed));
        }
    }

    private static ActivityReading Check(Activity activity, Func<Activity, string?> problemOf)
    {
        if (problemOf(activity) is { } problem)
        {
            return ActivityReading.Malformed(problem);
        }

        DropNulls(activity);
        return ActivityReading.Of(activity);
    }

    private static string? ProblemOf(Activity activity) =>
        activity switch
        {
            { Type: null or "" } => "The activity has no type: set it, for example to 'message'.",
            { ChannelId: null or "" } => "The activity has no channelId: name the channel it comes from.",
            { Conversation.Id: null or "" } or { Conversation: null } =>
                "The activity has no conversation.id: say in which conversation it was said.",
            { DeliveryMode: not DeliveryModes.ExpectReplies } when !IsWebAddress(activity.ServiceUrl) =>
                "The activity's serviceUrl is no absolute http or https address: say where answers go.",
            _ => null,
        };

    /// <summary>Lists with holes come from careless clients; nobody behind this line is to trip over them.</summary>
    private static void DropNulls(Activity activity)
    {
        activity.Entities = Whole(activity.Entities);
        activity.Attachments = Whole(activity.Attachments);
        activity.MembersAdded = Whole(activity.MembersAdded);
        activity.MembersRemoved = Whole(activity.MembersRemoved);
        activity.ReactionsAdded = Whole(activity.ReactionsAdded);
        activity.ReactionsRemoved = Whole(activity.ReactionsRemoved);
    }

    private static IList<T>? Whole<T>(IList<T>? list)
        where T : class => list is null || list.All(item => item is not null) ? list : [.. list.OfType<T>()];

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static string Describe(JsonException malformed)
    {
        string path = malformed.Path is { Length: > 0 and <= LongestPath } given ? given : "$";
        return $"The activity cannot be read at {path}, line {(malformed.LineNumber ?? 0) + 1}, byte {(malformed.BytePositionInLine ?? 0) + 1}: "
            + $"it must be JSON, at most {ActivityJson.MaxDepth} levels deep, no property twice, each of the type that the Activity protocol gives it.";
    }
}
