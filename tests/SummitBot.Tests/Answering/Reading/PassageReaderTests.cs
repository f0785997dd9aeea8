using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Answering.Reading;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Tests.Indexing;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Answering.Reading;

public sealed class PassageReaderTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly LogRecorder _logs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task ReadAsync_ReadsEverySentenceOnce_ThoughPassagesOverlap()
    {
        var model = new FakeReadingModel();
        using PassageReader reader = Reader(model);

        IReadOnlyList<PassageReadings>? readings = await reader.ReadAsync(["Who came?"], "en", Passages(), Token);

        Assert.Equal(9, Assert.Single(readings!).Count);
        Assert.Equal(1, model.Reads);
    }

    [Fact]
    public async Task ReadAsync_PastTheDeadline_GivesNothing()
    {
        var model = new FakeReadingModel { IsStuck = true };
        using PassageReader reader = Reader(model, deadlineMilliseconds: 200);
        Task<IReadOnlyList<PassageReadings>?> reading = reader.ReadAsync(["Who came?"], "en", Passages(), Token);
        await model.Reading.Task;

        _time.Advance(TimeSpan.FromMilliseconds(199));
        Assert.False(reading.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await reading);
    }

    [Fact]
    public async Task ReadAsync_InSeveralWordings_ReadsEach()
    {
        var model = new FakeReadingModel { SureOfQuestionsWithWords = 3 };
        using PassageReader reader = Reader(model);

        IReadOnlyList<PassageReadings>? readings = await reader.ReadAsync(
            ["And today?", "Who came today?"],
            "en",
            Passages(),
            Token
        );

        Assert.Equal(18, readings![1].BestLogOdds);
        Assert.True(readings[0].BestLogOdds < readings[1].BestLogOdds);
        Assert.Equal(2, model.Reads);
    }

    [Fact]
    public async Task ReadAsync_WhileBusy_WaitsAtMostUntilTheDeadline()
    {
        var model = new FakeReadingModel { IsStuck = true };
        using PassageReader reader = Reader(model, deadlineMilliseconds: 200);
        Task<IReadOnlyList<PassageReadings>?>[] readings =
        [
            .. Enumerable
                .Range(0, 4 * Environment.ProcessorCount)
                .Select(_ => reader.ReadAsync(["Who came?"], "en", Passages(), Token)),
        ];
        await model.Reading.Task;

        do
        {
            _time.Advance(TimeSpan.FromMilliseconds(200));
        } while (
            await Task.WhenAny(Task.WhenAll(readings), Task.Delay(10, Token))
                is not Task<IReadOnlyList<PassageReadings>?[]>
        );

        Assert.All(await Task.WhenAll(readings), Assert.Null);
    }

    [Fact]
    public async Task ReadAsync_WhenItsTurnWouldComeTooLate_IsPassedOverAtOnce()
    {
        var model = new FakeReadingModel { Taken = () => _time.Advance(TimeSpan.FromMilliseconds(150)) };
        using PassageReader reader = Reader(model, deadlineMilliseconds: 200);
        for (int i = 0; i < 20; i++)
        {
            Assert.NotNull(await reader.ReadAsync(["Who came?"], "en", Passages(), Token));
        }

        // As many as are read at once.
        model.IsStuck = true;
        Task<IReadOnlyList<PassageReadings>?>[] busy =
        [
            .. Enumerable
                .Range(0, Math.Max(1, Environment.ProcessorCount / 2))
                .Select(_ => reader.ReadAsync(["Who came?"], "en", Passages(), Token)),
        ];
        await model.Stuck.Task;

        Assert.Null(await reader.ReadAsync(["Who left?"], "en", Passages(), Token).WaitAsync(Timeout, Token));

        do
        {
            _time.Advance(TimeSpan.FromMilliseconds(200));
        } while (
            await Task.WhenAny(Task.WhenAll(busy), Task.Delay(10, Token)) is not Task<IReadOnlyList<PassageReadings>?[]>
        );
        Assert.All(await Task.WhenAll(busy), Assert.Null);
    }

    [Fact]
    public async Task ReadAsync_WhenTheAskerGivesUp_IsCancelled()
    {
        var model = new FakeReadingModel { IsStuck = true };
        using PassageReader reader = Reader(model);
        using var asker = new CancellationTokenSource();
        Task<IReadOnlyList<PassageReadings>?> reading = reader.ReadAsync(["Who came?"], "en", Passages(), asker.Token);
        await model.Reading.Task;

        await asker.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Theory]
    [InlineData(ReaderProvider.Embedded, "de")]
    [InlineData(ReaderProvider.None, "en")]
    public async Task ReadAsync_InAnotherLanguageOrSwitchedOff_DoesNotTouchTheModel(
        ReaderProvider provider,
        string language
    )
    {
        var model = new FakeReadingModel();
        using PassageReader reader = Reader(model, provider: provider);
        reader.Prepare();

        Assert.Null(await reader.ReadAsync(["Wer kam?"], language, Passages(), Token));

        Assert.Equal(provider == ReaderProvider.None ? 0 : 1, model.Loads);
        Assert.Equal(0, model.Reads);
    }

    [Fact]
    public async Task ReadAsync_WithADamagedModel_SaysSoOnce()
    {
        var model = new FakeReadingModel { Damage = "The file is broken: build the program anew." };
        using PassageReader reader = Reader(model);
        reader.Prepare();

        Assert.Null(await reader.ReadAsync(["Who came?"], "en", Passages(), Token));
        Assert.Null(await reader.ReadAsync(["Who left?"], "en", Passages(), Token));

        LogRecorder.LogLine line = Assert.Single(_logs.Lines);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("The file is broken: build the program anew.", line.Text, StringComparison.Ordinal);
    }

    private PassageReader Reader(
        FakeReadingModel model,
        int deadlineMilliseconds = 1000,
        ReaderProvider provider = ReaderProvider.Embedded
    ) =>
        new(
            model,
            Options.Create(new ReaderOptions { DeadlineMilliseconds = deadlineMilliseconds, Provider = provider }),
            _time,
            new Logger<PassageReader>(LoggerFactory.Create(logging => logging.AddProvider(_logs)))
        );

    private static RetrievedPassage[] Passages()
    {
        Article article = IndexHost.CreateArticle(
            "guests",
            string.Join(' ', Enumerable.Range(1, 9).Select(i => $"Guest number {i} came by train."))
        );
        return [.. new PassageSplitter().Split(article).Select(p => new RetrievedPassage(p, article.Summary, 1))];
    }
}
