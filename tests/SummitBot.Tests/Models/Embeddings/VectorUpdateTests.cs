using System.Net;
using SummitBot.Core.Corpus;
using SummitBot.Tests.Core.Corpus;

namespace SummitBot.Tests.Models.Embeddings;

public sealed class VectorUpdateTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeArticleReader _reader = new();
    private EmbeddingServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddingServer.StartAsync();
        foreach (string name in (string[])["a", "b", "c", "d", "e"])
        {
            _reader.Set($"{name}.md", $"The text of {name} is about {name}{name}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheFirstRun_EmbedsAll_InBatches_WithProgress()
    {
        using HybridBot bot = Bot();
        var progress = new ProgressRecorder();

        IndexingReport report = await bot.IndexAsync(progress);

        Assert.Equal(new VectorReport(5, 5, 0).ToString(), (report.Vectors! with { Notes = [] }).ToString());
        Assert.Equal([2, 2, 1], _server.Batches);
        Assert.Equal([0, 2, 4], progress.Reports.Where(p => p.Stage == IndexingStage.Vectors).Select(p => p.Done));
    }

    [Fact]
    public async Task ARunWithoutChanges_AsksNothing()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Texts.Clear();

        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((5, 0, 0), (report.Sentences, report.Embedded, report.Missing));
        Assert.Empty(_server.Texts);
    }

    [Fact]
    public async Task OnlyWhatChanged_IsEmbeddedAgain()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Texts.Clear();
        _reader.Set("b.md", "Something else altogether.");
        _reader.Delete("c.md");

        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((4, 1, 0), (report.Sentences, report.Embedded, report.Missing));
        Assert.Equal("b: Something else altogether.", Assert.Single(_server.Texts));
    }

    [Fact]
    public async Task ALongTitle_IsCut_ButNoCharacter()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Texts.Clear();
        string start = new('d', 119);
        _reader.Titles["d"] = $"{start}🌉 and more";
        _reader.Set("d.md", "It opens at nine.");

        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((1, 0), (report.Embedded, report.Missing));
        Assert.Equal($"{start}: It opens at nine.", Assert.Single(_server.Texts));
    }

    [Fact]
    public async Task WithoutAModel_ThereIsNoReport_AndNoFile()
    {
        using HybridBot bot = Bot(("Provider", "none"));

        Assert.Null((await bot.IndexAsync()).Vectors);
        Assert.Empty(Directory.GetFiles(_folder["index"], "vectors.*"));
    }

    [Fact]
    public async Task AServerThatIsDown_LeavesAnIndexToSearch_AndTheNextRunCompletesTheVectors()
    {
        using HybridBot bot = Bot();
        _server.AlwaysAnswer(HttpStatusCode.InternalServerError);

        IndexingReport first = await bot.IndexAsync();

        Assert.True(first.Committed);
        Assert.Equal((5, 0, 5), (first.Vectors!.Sentences, first.Vectors.Embedded, first.Vectors.Missing));
        Assert.Contains("failed (500)", first.Vectors.Error, StringComparison.Ordinal);
        Assert.Equal(["a"], await bot.FindAsync("aa"));

        _server.Misbehave = _ => Task.FromResult(false);
        VectorReport second = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((5, 5, 0, null), (second.Sentences, second.Embedded, second.Missing, second.Error));
    }

    [Fact]
    public async Task AServerThatFailsOnTheWay_LosesNoVectorMade()
    {
        using HybridBot bot = Bot();
        FailAfter(1);

        VectorReport first = (await bot.IndexAsync()).Vectors!;
        _server.Misbehave = _ => Task.FromResult(false);
        VectorReport second = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((2, 3), (first.Embedded, first.Missing));
        Assert.Equal((3, 0), (second.Embedded, second.Missing));
    }

    [Fact]
    public async Task ARunThatIsCancelled_LosesNoVectorMade()
    {
        using HybridBot bot = Bot();
        using var cancelling = new CancellationTokenSource();
        int requests = 0;
        _server.Misbehave = async _ =>
        {
            if (++requests == 2)
            {
                await cancelling.CancelAsync();
            }

            return false;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bot.IndexAsync(cancellationToken: cancelling.Token)
        );
        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((3, 0), (report.Embedded, report.Missing));
    }

    [Fact]
    public async Task ADamagedJournal_CostsOnlyItsDamagedPart()
    {
        using HybridBot bot = Bot();
        using var cancelling = new CancellationTokenSource();
        int requests = 0;
        _server.Misbehave = async _ =>
        {
            if (++requests == 3)
            {
                await cancelling.CancelAsync();
            }

            return false;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bot.IndexAsync(cancellationToken: cancelling.Token)
        );
        string journal = Path.Combine(_folder["index"], "vectors.journal");
        byte[] bytes = await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(journal, bytes[..^1], TestContext.Current.CancellationToken);

        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((2, 0), (report.Embedded, report.Missing));
    }

    [Fact]
    public async Task AServerWhoseVectorsGrew_HasAllRebuilt()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Distort = vectors => [.. vectors.Select(v => v.Append(1).ToArray())];
        _reader.Set("f.md", "One more article.");

        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((6, 0), (report.Sentences, report.Missing));
        Assert.Contains("had 512 numbers and have 513 now", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal("f", (await bot.FindAsync("One more article"))[0]);
    }

    [Fact]
    public async Task TwoRunsAtOnce_DoNotDisturbEachOther()
    {
        using HybridBot one = Bot();
        using HybridBot other = Bot();
        VectorReport? second = null;
        _server.Misbehave = async _ =>
        {
            second ??= (await other.IndexAsync()).Vectors;
            return false;
        };

        VectorReport first = (await one.IndexAsync()).Vectors!;

        Assert.Equal((5, 0), (first.Embedded, first.Missing));
        Assert.Contains("Another process is already computing the vectors", second!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithNothingButVectors_MayBeIndexedInto()
    {
        using (HybridBot previous = Bot())
        {
            await previous.IndexAsync();
        }

        foreach (
            string file in Directory
                .GetFiles(_folder["index"])
                .Where(f => !f.Contains("vectors.", StringComparison.Ordinal))
        )
        {
            File.Delete(file);
        }

        using HybridBot bot = Bot();
        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((5, 0, 0), (report.Sentences, report.Embedded, report.Missing));
    }

    private void FailAfter(int requests)
    {
        int seen = 0;
        _server.Misbehave = context =>
        {
            bool fails = ++seen > requests;
            context.Response.StatusCode = fails ? (int)HttpStatusCode.BadGateway : (int)HttpStatusCode.OK;
            return Task.FromResult(fails);
        };
    }

    private HybridBot Bot(params (string Key, string Value)[] settings) =>
        new(
            _folder["index"],
            _reader,
            _server.Endpoint + "/v1",
            settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal)
        );

    private sealed class ProgressRecorder : IProgress<IndexingProgress>
    {
        public List<IndexingProgress> Reports { get; } = [];

        public void Report(IndexingProgress value) => Reports.Add(value);
    }
}
