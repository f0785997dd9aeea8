using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>A channel in the host that takes everything, unless the test says otherwise.</summary>
internal sealed class RecordingChannel : IHostedChannel
{
    private readonly ConcurrentQueue<Activity> _sent = new();
    private int _ids;

    /// <summary>Copies, as they were when they were sent.</summary>
    public IReadOnlyList<Activity> Sent => [.. _sent];

    /// <summary>The status of a refusal; null to take the activity.</summary>
    public Func<Activity, CancellationToken, Task<HttpStatusCode?>> Refuse { get; set; } =
        (_, _) => Task.FromResult<HttpStatusCode?>(null);

    public bool Owns(string? serviceUrl) => true;

    public void Clear() => _sent.Clear();

    public async Task<ResourceResponse> SendAsync(Activity activity, string? name, CancellationToken cancellationToken)
    {
        _sent.Enqueue(ActivityJson.Deserialize<Activity>(ActivityJson.Serialize(activity))!);
        int id = Interlocked.Increment(ref _ids);
        return await Refuse(activity, cancellationToken) is { } status
            ? throw ChannelRefusal.Create(status)
            : new ResourceResponse(id.ToString(CultureInfo.InvariantCulture));
    }

    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(activity, name: null, cancellationToken);

    public Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken) => Task.CompletedTask;
}
