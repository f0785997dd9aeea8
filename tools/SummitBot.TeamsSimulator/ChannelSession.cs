using System.Globalization;
using System.Text.Json.Nodes;
using SummitBot.Terminal;

namespace SummitBot.TeamsSimulator;

/// <summary>
/// Delivers activities to the bot like Teams, waits for its messages, and records the rules that it breaks.
/// </summary>
public sealed class ChannelSession(BotEndpoint bot, SimulationPrinter printer, TimeSpan timeout, TimeProvider time)
{
    /// <summary>After this time without a request of the bot, its turn counts as finished.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// A bot that shows the typing indicator after a message, and then nothing for this long, is finished.
    /// </summary>
    private static readonly TimeSpan MaxTypingTime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly List<RuleViolation> _violations = [];

    /// <summary>All rule violations so far.</summary>
    public IReadOnlyCollection<RuleViolation> Violations => _violations;

    /// <summary>How many activities were delivered so far.</summary>
    public int Delivered { get; private set; }

    public void Break(string rule, string detail)
    {
        var violation = new RuleViolation(rule, detail);
        _violations.Add(violation);
        printer.Broken(violation);
    }

    /// <summary>
    /// Delivers activities of one conversation, one after the other, and waits for the bot's messages.
    /// </summary>
    /// <param name="messages">The number of messages to wait for; zero when the bot may be silent.</param>
    public async Task<Delivery> DeliverAsync(
        SimulatedConversation conversation,
        IReadOnlyList<JsonObject> activities,
        int messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(activities);
        ConversationState before = conversation.State;
        long began = time.GetTimestamp();
        BotAnswer answer = new(0, "", TimeSpan.Zero);
        foreach (JsonObject activity in activities)
        {
            conversation.Register(Json.Text(activity, "id") ?? "");
            answer = await PostAsync(activity.ToJsonString(), cancellationToken);
        }

        TimeSpan? sign = await WaitUntilQuietAsync(conversation, before, began, messages, cancellationToken);
        conversation.EndTurn();
        ConversationState after = conversation.State;
        BotMessage[] said = [.. after.Messages.Skip(before.Messages.Count)];
        Array.ForEach(said, printer.Bot);
        TimeSpan? answered = said is [.., var last] ? time.GetElapsedTime(began, last.At) : null;
        TimeSpan? drafted = said is [.., { DraftedAt: { } at }] ? time.GetElapsedTime(began, at) : null;
        TimeSpan? message = drafted ?? answered;
        // Typing indicators are polled; messages have the exact time of their arrival.
        printer.Times(
            new TurnTimes(answer.After, message < sign ? message : sign, answered, after.Pieces - before.Pieces)
            {
                Drafted = drafted,
            }
        );
        Note(conversation);
        if (said.Length < messages)
        {
            Break(
                "answer",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{said.Length} of {messages} messages came within {timeout.TotalSeconds:0} s."
                )
            );
        }

        return new Delivery(answer, said);
    }

    /// <summary>Posts a body unchanged.</summary>
    /// <param name="limit">Time limit for the response.</param>
    public async Task<BotAnswer> PostAsIsAsync(string body, TimeSpan limit, CancellationToken cancellationToken)
    {
        Delivered++;
        BotAnswer answer = await bot.PostAsync(body, limit, cancellationToken);
        if (answer.Status is 401 or 403)
        {
            throw new UsageException(
                $"The bot refused with {answer.Status}: it asks for tokens, which only Teams has. Start it without SummitBot:Bot:AppId."
            );
        }

        if (answer.Status is >= 500 and not 501)
        {
            Break("server-error", $"The bot's endpoint answered {answer.Status}.");
        }

        return answer;
    }

    private async Task<BotAnswer> PostAsync(string body, CancellationToken cancellationToken)
    {
        BotAnswer answer = await PostAsIsAsync(body, TeamsLimits.Acknowledgement, cancellationToken);
        if (answer.Status == 0)
        {
            Break("acknowledgement", "An activity was not acknowledged within 15 s; Teams delivers it again.");
            answer = await PostAsIsAsync(body, TeamsLimits.Acknowledgement, cancellationToken);
        }
        else if (answer is { IsTaken: false, Status: < 500 })
        {
            Break("refused", $"The bot refused an activity with {answer.Status}: {answer.Body}");
        }

        return answer;
    }

    /// <returns>When the first request of the bot came; null for none.</returns>
    private async Task<TimeSpan?> WaitUntilQuietAsync(
        SimulatedConversation conversation,
        ConversationState before,
        long began,
        int messages,
        CancellationToken cancellationToken
    )
    {
        TimeSpan? sign = null;
        while (true)
        {
            ConversationState now = conversation.State;
            sign ??= now.Signs > before.Signs ? time.GetElapsedTime(began) : null;
            bool isEnough = now.Messages.Count - before.Messages.Count >= messages && !now.IsStreaming;
            long quietSince = now.Signs > before.Signs ? now.LastRequest : began;
            TimeSpan quiet = now.IsTyping && messages > 0 ? MaxTypingTime : Quiet;
            bool isQuiet = time.GetElapsedTime(quietSince) >= quiet && time.GetElapsedTime(began) >= quiet;
            if ((isEnough && isQuiet) || time.GetElapsedTime(began) > timeout)
            {
                return sign;
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private void Note(SimulatedConversation conversation)
    {
        foreach (RuleViolation violation in conversation.TakeViolations())
        {
            _violations.Add(violation);
            printer.Broken(violation);
        }
    }
}
