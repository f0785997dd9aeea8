using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>A channel that takes everything, unless the test says otherwise.</summary>
internal sealed class RecordingConnector : IConnectorClient
{
    private readonly ConcurrentQueue<Activity> _sent = new();
    private int _ids;

    /// <summary>Copies, as they were when they were sent.</summary>
    public IReadOnlyList<Activity> Sent => [.. _sent];

    public Func<Activity, CancellationToken, Task<ConnectorResult?>> Answer { get; set; } =
        (_, _) => Task.FromResult<ConnectorResult?>(null);

    public void Clear() => _sent.Clear();

    public Task<ConnectorResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken) =>
        TakeAsync(activity, cancellationToken);

    public Task<ConnectorResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        TakeAsync(activity, cancellationToken);

    public Task<ConnectorResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        TakeAsync(activity, cancellationToken);

    public Task<ConnectorResult> DeleteActivityAsync(
        ConversationReference reference,
        CancellationToken cancellationToken
    ) => Task.FromResult(new ConnectorResult(HttpStatusCode.OK));

    private async Task<ConnectorResult> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        _sent.Enqueue(ActivityJson.Deserialize<Activity>(ActivityJson.Serialize(activity))!);
        int id = Interlocked.Increment(ref _ids);
        return await Answer(activity, cancellationToken)
            ?? new ConnectorResult(HttpStatusCode.Created, id.ToString(CultureInfo.InvariantCulture));
    }
}
