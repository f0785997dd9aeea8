using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Hosts;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Hosts;

/// <summary>
/// Messages by LISTEN and NOTIFY, on two connections that are opened on first use and reopened when they are lost. A message
/// that is too long for one notification is sent in parts, which the server delivers in order.
/// </summary>
internal sealed partial class PostgresSignals(
    PostgresDatabase database,
    HostIdentity host,
    ILogger<PostgresSignals> logger
) : IHostSignals, IAsyncDisposable
{
    private const string ChannelName = "summitbot";

    /// <summary>PostgreSQL accepts less than 8000 bytes.</summary>
    private const int PartLength = 7_800;

    /// <summary>While the server is unavailable, the oldest are lost.</summary>
    private const int MaxUnsent = 10_000;

    private const int MaxAtOnce = 100;

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Action<string>>> _subscribers = new(StringComparer.Ordinal);
    private readonly List<Action> _gapSubscribers = [];
    private readonly Dictionary<string, List<string>> _parts = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<string> _unsent = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxUnsent) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    private Task? _sending;
    private Task? _listening;

    public void Publish(string topic, string text)
    {
        string coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        string[] parts = [.. coded.Chunk(PartLength).Select(c => new string(c)).DefaultIfEmpty("")];
        for (int i = 0; i < parts.Length; i++)
        {
            _unsent.Writer.TryWrite(
                string.Create(CultureInfo.InvariantCulture, $"{host.Id} {topic} {i} {parts.Length} {parts[i]}")
            );
        }

        lock (_gate)
        {
            _sending ??= Task.Run(SendAsync, _stop.Token);
        }
    }

    public void Subscribe(string topic, Action<string> receive)
    {
        lock (_gate)
        {
            if (!_subscribers.TryGetValue(topic, out List<Action<string>>? known))
            {
                _subscribers[topic] = known = [];
            }

            known.Add(receive);
            _listening ??= Task.Run(ListenAsync, _stop.Token);
        }
    }

    public void SubscribeToGaps(Action missed)
    {
        lock (_gate)
        {
            _gapSubscribers.Add(missed);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (Task? task in new[] { _sending, _listening })
        {
            if (task is not null)
            {
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        _stop.Dispose();
    }

    private async Task SendAsync()
    {
        var batch = new List<string>();
        while (await _unsent.Reader.WaitToReadAsync(_stop.Token))
        {
            while (batch.Count < MaxAtOnce && _unsent.Reader.TryRead(out string? message))
            {
                batch.Add(message);
            }

            try
            {
                await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(_stop.Token);
                await connection.ExecuteAsync(
                    "SELECT pg_notify(@ChannelName, message) FROM unnest(@batch) WITH ORDINALITY AS b (message, place) ORDER BY place",
                    new { ChannelName, batch = batch.ToArray() }
                );
                batch.Clear();
            }
            catch (Exception e) when (e is NpgsqlException or StorageUnavailableException)
            {
                await Task.Delay(RetryPause, TimeProvider.System, _stop.Token);
            }
        }
    }

    private async Task ListenAsync()
    {
        bool isAway = false;
        while (true)
        {
            try
            {
                await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(_stop.Token);
                connection.Notification += (_, notification) => Receive(notification.Payload);
                await connection.ExecuteAsync($"LISTEN {ChannelName}");
                if (isAway)
                {
                    LogBack(logger);
                }

                isAway = false;
                TellOfGap();
                while (true)
                {
                    await connection.WaitAsync(_stop.Token);
                }
            }
            catch (Exception e) when (e is NpgsqlException or IOException or StorageUnavailableException)
            {
                if (!isAway)
                {
                    LogAway(logger, e.Message);
                }

                isAway = true;
                await Task.Delay(RetryPause, TimeProvider.System, _stop.Token);
            }
        }
    }

    private void Receive(string message)
    {
        if (
            message.Split(' ') is not [var sender, var topic, var place, var count, var part]
            || sender == host.Id
            || Join(sender, ReadNumber(place), ReadNumber(count), part) is not { } text
        )
        {
            return;
        }

        Action<string>[] receivers;
        lock (_gate)
        {
            receivers = _subscribers.TryGetValue(topic, out List<Action<string>>? known) ? [.. known] : [];
        }

        foreach (Action<string> receive in receivers)
        {
            receive(text);
        }
    }

    /// <summary>The whole message when its last part has arrived; null before, and when a part was lost.</summary>
    private string? Join(string sender, int place, int count, string part)
    {
        if (place == 0 || !_parts.TryGetValue(sender, out List<string>? parts))
        {
            _parts[sender] = parts = [];
        }

        if (parts.Count != place)
        {
            _parts.Remove(sender);
            return null;
        }

        parts.Add(part);
        if (parts.Count < count)
        {
            return null;
        }

        _parts.Remove(sender);
        return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(parts)));
    }

    private static int ReadNumber(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private void TellOfGap()
    {
        _parts.Clear();
        Action[] receivers;
        lock (_gate)
        {
            receivers = [.. _gapSubscribers];
        }

        foreach (Action missed in receivers)
        {
            missed();
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Other hosts are not heard: open pages get answers of other hosts late ({Reason})"
    )]
    private static partial void LogAway(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other hosts are heard again")]
    private static partial void LogBack(ILogger logger);
}
