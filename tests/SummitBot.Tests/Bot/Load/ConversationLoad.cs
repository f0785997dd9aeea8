using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace SummitBot.Tests.Bot.Load;

/// <summary>
/// Many people who ask at the same time, without waiting for answers; half-way the connector is killed, and started again
/// a moment later.
/// </summary>
/// <param name="Bot">Its address is the host's.</param>
/// <param name="Questions">Asked in turn.</param>
public sealed record ConversationLoad(
    HttpClient Bot,
    LossyChannel Channel,
    int Conversations,
    int Turns,
    IReadOnlyList<string> Questions
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentBag<TimeSpan> _acknowledgements = [];

    /// <summary>How long the connector is away.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When no more answers are waited for.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to look for answers that come twice, after the last one that was due.</summary>
    public TimeSpan Aftermath { get; init; } = TimeSpan.FromSeconds(2);

    public async Task<LoadResult> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        long started = Stopwatch.GetTimestamp();
        Task asking = Task.WhenAll(Enumerable.Range(0, Conversations).Select(c => AskAllAsync(c, limit.Token)));
        try
        {
            await UntilAnswersAsync(Conversations * Turns / 2, limit.Token);
            await Channel.KillAsync(limit.Token);
            await Task.Delay(Outage, limit.Token);
            await Channel.StartAsync(limit.Token);
            await asking;
            await UntilAnswersAsync(Conversations * Turns, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What is missing is counted below.
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Aftermath, cancellationToken);
        return Count(elapsed);
    }

    private async Task AskAllAsync(int conversation, CancellationToken cancellationToken)
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            object activity = CreateActivity(conversation, turn);
            while (await PostAsync(activity, cancellationToken) == HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(Poll, cancellationToken);
            }
        }
    }

    private async Task<HttpStatusCode> PostAsync(object activity, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await Bot.PostAsJsonAsync("/api/messages", activity, cancellationToken);
        _acknowledgements.Add(Stopwatch.GetElapsedTime(started));
        if (response.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.TooManyRequests))
        {
            throw new InvalidOperationException($"An activity was answered with {response.StatusCode}.");
        }

        return response.StatusCode;
    }

    private object CreateActivity(int conversation, int turn) =>
        new
        {
            type = "message",
            id = GetId(turn),
            text = Questions[(conversation + turn) % Questions.Count],
            channelId = "msteams",
            serviceUrl = Channel.ServiceUrl,
            from = new { id = "user" },
            recipient = new { id = "bot" },
            conversation = new { id = GetName(conversation), conversationType = "personal" },
            locale = "en-US",
        };

    private async Task UntilAnswersAsync(int count, CancellationToken cancellationToken)
    {
        while (Channel.Answers < count)
        {
            await Task.Delay(Poll, cancellationToken);
        }
    }

    private LoadResult Count(TimeSpan elapsed)
    {
        string[] asked = [.. Enumerable.Range(0, Turns).Select(GetId)];
        int lost = 0;
        int repeated = 0;
        int disordered = 0;
        for (int c = 0; c < Conversations; c++)
        {
            IReadOnlyList<string> answered = Channel.AnsweredIn(GetName(c));
            string[] first = [.. answered.Distinct(StringComparer.Ordinal)];
            lost += asked.Except(first, StringComparer.Ordinal).Count();
            repeated += answered.Count - first.Length;
            disordered += first.SequenceEqual(asked.Intersect(first, StringComparer.Ordinal)) ? 0 : 1;
        }

        return new LoadResult(lost, repeated, disordered, elapsed, [.. _acknowledgements]);
    }

    private static string GetId(int turn) => string.Create(CultureInfo.InvariantCulture, $"q{turn:D3}");

    private static string GetName(int conversation) =>
        string.Create(CultureInfo.InvariantCulture, $"a:load-{conversation}");
}
