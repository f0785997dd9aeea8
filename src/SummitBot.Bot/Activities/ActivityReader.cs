using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace SummitBot.Bot.Activities;

/// <summary>Reads the activity of a request; whatever is sent, the outcome is an activity or a sentence.</summary>
public static class ActivityReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>For activities of channels: they must say where they come from and where answers go.</summary>
    public static ValueTask<ActivityReading> ReadAsync(
        HttpRequest request,
        int maxBytes,
        CancellationToken cancellationToken
    ) => ReadAsync(request, maxBytes, FindProblem, cancellationToken);

    /// <param name="findFault">Why a bot cannot take the activity, as a sentence that says how to mend it; null when it can.</param>
    public static async ValueTask<ActivityReading> ReadAsync(
        HttpRequest request,
        int maxBytes,
        Func<Activity, string?> findFault,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findFault);
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
                ActivityReading reading = Parse(read.Buffer, findFault);
                body.AdvanceTo(read.Buffer.End);
                return reading;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ActivityReading Parse(ReadOnlySequence<byte> body, Func<Activity, string?> findFault)
    {
        ReadOnlyMemory<byte> json = body.IsSingleSegment ? body.First : body.ToArray();
        json = json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        if (StrictJson.FindProblem(json) is { } unsound)
        {
            return ActivityReading.Malformed(unsound);
        }

        try
        {
            return ActivityJson.Deserialize<Activity>(Encoding.UTF8.GetString(json.Span)) is { } activity
                ? Check(activity, findFault)
                : ActivityReading.Malformed("The body is null: send an activity.");
        }
        catch (JsonReaderException malformed)
        {
            return ActivityReading.Malformed(
                StrictJson.Describe(malformed.Path, malformed.LineNumber, malformed.LinePosition)
            );
        }
        catch (JsonSerializationException malformed)
        {
            return ActivityReading.Malformed(
                StrictJson.Describe(malformed.Path, malformed.LineNumber, malformed.LinePosition)
            );
        }
    }

    private static ActivityReading Check(Activity activity, Func<Activity, string?> findFault)
    {
        if (findFault(activity) is { } problem)
        {
            return ActivityReading.Malformed(problem);
        }

        DropNulls(activity);
        return ActivityReading.From(activity);
    }

    private static string? FindProblem(Activity activity) =>
        activity switch
        {
            { Type: null or "" } => "The activity has no type: set it, for example to 'message'.",
            { ChannelId: null or "" } => "The activity has no channelId: name the channel it comes from.",
            { Conversation.Id: null or "" } or { Conversation: null } =>
                "The activity has no conversation.id: say in which conversation it was said.",
            { DeliveryMode: not DeliveryModes.ExpectReplies } when !IsWebAddress(activity.ServiceUrl) =>
                "The activity's serviceUrl is no absolute http or https address: say where answers go.",
            // They become parts of a path, in which dots mean the folder above.
            _ when IsUnsafe(activity.Conversation.Id) || IsUnsafe(activity.Id) =>
                "The activity's id and conversation.id may be neither dots alone nor hold control characters.",
            _ => null,
        };

    private static bool IsUnsafe(string? id) => id is "." or ".." || (id?.Any(char.IsControl) ?? false);

    /// <summary>Lists with holes come from careless clients; nobody behind this line is to trip over them.</summary>
    private static void DropNulls(Activity activity)
    {
        activity.Entities = WithoutNulls(activity.Entities);
        activity.Attachments = WithoutNulls(activity.Attachments);
        activity.MembersAdded = WithoutNulls(activity.MembersAdded);
        activity.MembersRemoved = WithoutNulls(activity.MembersRemoved);
        activity.ReactionsAdded = WithoutNulls(activity.ReactionsAdded);
        activity.ReactionsRemoved = WithoutNulls(activity.ReactionsRemoved);
    }

    private static IList<T>? WithoutNulls<T>(IList<T>? list)
        where T : class => list is null || list.All(item => item is not null) ? list : [.. list.OfType<T>()];

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
