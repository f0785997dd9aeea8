using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Models;
using SummitBot.Core.Reviews;
using SummitBot.Hosting;
using SummitBot.Hosting.Activities;
using SummitBot.Hosting.Hosts;
using SummitBot.Hosting.Operation;
using SummitBot.Hosting.Secrets;
using SummitBot.Storage;
using SummitBot.Storage.Retention;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Storage;

/// <summary>The stores of one process over a database file.</summary>
internal sealed class StorageHost : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _provider;

    public StorageHost(string path, params IEnumerable<(string Key, string Value)> settings)
        : this([("Path", path), .. settings]) { }

    public StorageHost(IEnumerable<(string Key, string Value)> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                .. settings.Select(s => new KeyValuePair<string, string?>(
                    $"{StorageOptions.Section}:{s.Key}",
                    s.Value
                )),
            ])
            .Build();
        _provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddSummitBotStorage(configuration)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(Start);

    /// <summary>Sets the clock of the database, when it has one of its own.</summary>
    public Action<DateTimeOffset> SetClock { get; init; } = _ => { };

    public LogRecorder Logs { get; } = new();

    public IConversationStore Conversations => _provider.GetRequiredService<IConversationStore>();

    public IFeedbackStore Feedback => _provider.GetRequiredService<IFeedbackStore>();

    public IReviewStore Reviews => _provider.GetRequiredService<IReviewStore>();

    public IActivityLog Activities => _provider.GetRequiredService<IActivityLog>();

    public ISecretStore Secrets => _provider.GetRequiredService<ISecretStore>();

    public IRetentionSweep Retention => _provider.GetRequiredService<IRetentionSweep>();

    public IDatabaseBackup Backup => _provider.GetRequiredService<IDatabaseBackup>();

    public IPersonalData PersonalData => _provider.GetRequiredService<IPersonalData>();

    public IActivityQueue Queue => _provider.GetRequiredService<IActivityQueue>();

    public IUsageStore Usage => _provider.GetRequiredService<IUsageStore>();

    public IHostSignals Signals => _provider.GetRequiredService<IHostSignals>();

    public ISharedClock Clock => _provider.GetRequiredService<ISharedClock>();

    public IHostLease Lease => _provider.GetRequiredService<IHostLease>();

    public ISharedLimits Limits => _provider.GetRequiredService<ISharedLimits>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static ConversationKey Key(string id = "one") => new("directline", id);

    /// <summary>A turn asked now, whose answer is the activity <c>answer-to QUESTION</c>.</summary>
    public AnsweredTurn CreateTurn(string question, ConversationKey? conversation = null) =>
        new()
        {
            Conversation = conversation ?? Key(),
            UserId = "visitor",
            AskedAt = Time.GetUtcNow(),
            Answer = CreateAnswer(question),
            QuestionActivityId = $"asked {question}",
            AnswerActivityId = $"answer-to {question}",
        };

    /// <summary>An answer with all optional properties.</summary>
    public static AnswerDocument CreateAnswer(string question) =>
        new(
            null,
            question,
            AnswerOutcome.Answered,
            AnswerKind.Answer,
            0.75,
            "Mayor Ada Quill cut a rope of nettles. [1]",
            new ShortAnswerDocument("Ada Quill", 1, 6, 15),
            [new AnswerSentence("Mayor Ada Quill cut a rope of nettles.", [1])],
            [
                new CitationDocument(
                    1,
                    "harbour-opens",
                    "The “new” harbour 🚢",
                    "https://news.example.org/harbour?a=1&b=2",
                    new DateOnly(2021, 5, 4),
                    "harbour-opens#1",
                    "Mayor Ada Quill cut a rope of nettles.",
                    0,
                    38
                ),
            ],
            [new ClosestArticleDocument("lighthouse", "Lighthouse keeper retires")],
            "embedded",
            12.5
        )
        {
            Conflicting = true,
        };

    public static AnswerFeedback FeedbackOn(AnsweredTurn turn, Reaction reaction, string? comment = null) =>
        new()
        {
            Conversation = turn.Conversation,
            AnswerActivityId = turn.AnswerActivityId!,
            UserId = turn.UserId,
            Reaction = reaction,
            Comment = comment,
            GivenAt = turn.AskedAt.AddMinutes(1),
        };

    /// <summary>Asks and stores the answers, a minute apart.</summary>
    public async Task<IReadOnlyList<AnsweredTurn>> AskAsync(params IEnumerable<string> questions)
    {
        var turns = new List<AnsweredTurn>();
        foreach (string question in questions)
        {
            AnsweredTurn turn = CreateTurn(question);
            await Conversations.AppendAsync(turn, Cancelled);
            turns.Add(turn);
            Advance(TimeSpan.FromMinutes(1));
        }

        return turns;
    }

    /// <summary>Lets time pass, for the database too.</summary>
    public void Advance(TimeSpan time)
    {
        Time.Advance(time);
        SetClock(Time.GetUtcNow());
    }

    public async Task<IReadOnlyList<string>> RecentQuestionsAsync(
        int count = 100,
        ConversationKey? conversation = null
    ) => [.. (await Conversations.RecentAsync(conversation ?? Key(), count, Cancelled)).Select(t => t.Answer.Question)];

    public Task<LoggedActivity> LogAsync(string id, string? clientId = null, string conversation = "live") =>
        Activities.AppendAsync(
            conversation,
            new LoggedActivity(id, $$"""{"id":"{{id}}"}""") { ClientActivityId = clientId },
            Cancelled
        );

    public async Task<IReadOnlyList<string>> LoggedIdsAsync(
        long after = 0,
        int count = 1000,
        string conversation = "live"
    ) => [.. (await Activities.ReadAsync(conversation, after, count, Cancelled)).Select(a => a.Id)];

    public void Dispose()
    {
        _provider.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Logs.Dispose();
    }
}
