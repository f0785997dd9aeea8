using System.Net;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Tests.Core.Corpus;

namespace SummitBot.Tests.Models.Embeddings;

public sealed class HybridRetrievalTests : IAsyncLifetime
{
    /// <summary>Shares no content word with the article that answers it.</summary>
    private const string Paraphrase = "Was a jalopy spruced?";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeArticleReader _reader = new();
    private EmbeddingServer _server = null!;

    private string VectorFile => Path.Combine(_folder["index"], "vectors.bin");

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddingServer.StartAsync();
        _reader.Set("garage.md", "The car was fixed in the evening.");
        _reader.Set("harbour.md", "The harbour was closed because of a storm.");
        _reader.Set("school.md", "Pupils planted forty trees behind the school.");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AParaphrase_IsFoundByVectorsOnly()
    {
        using HybridBot words = Bot(("Provider", "none"));
        using HybridBot hybrid = Bot();
        await hybrid.IndexAsync();

        Assert.DoesNotContain("garage", await words.FindAsync(Paraphrase));
        Assert.Equal("garage", (await hybrid.FindAsync(Paraphrase))[0]);
    }

    [Fact]
    public async Task Scores_FallFromTheFirstOn_AndAreAboveZero()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();

        double[] scores = [.. (await bot.RetrieveAsync("Was the car or the harbour fixed?")).Select(p => p.Score)];

        Assert.NotEmpty(scores);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, double.Epsilon, 1));
    }

    [Fact]
    public async Task WithoutAWeight_TheModelIsNeverAskedOfAQuestion()
    {
        using HybridBot bot = Bot(("Weight", "0"));
        await bot.IndexAsync();
        _server.Texts.Clear();

        Assert.Empty(await bot.FindAsync("jalopy"));
        Assert.Empty(_server.Texts);
    }

    [Fact]
    public async Task AQuestionAskedTwice_IsEmbeddedOnce()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Texts.Clear();

        await bot.FindAsync(Paraphrase);
        await bot.FindAsync(Paraphrase);

        Assert.Equal([Paraphrase], _server.Texts);
    }

    [Fact]
    public async Task AQuestionWithoutWords_IsNotEmbedded()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Texts.Clear();

        Assert.Empty(await bot.FindAsync("?!"));
        Assert.Empty(_server.Texts);
    }

    [Fact]
    public async Task AServerDownAtAQuestion_LeavesTheWords_AndOneLogLine()
    {
        using HybridBot words = Bot(("Provider", "none"));
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.AlwaysAnswer(HttpStatusCode.InternalServerError);

        IReadOnlyList<RetrievedPassage> found = await bot.RetrieveAsync("Why was the harbour closed?");
        await bot.FindAsync("Who planted trees?");

        Assert.Equal(
            (await words.RetrieveAsync("Why was the harbour closed?")).Select(p => (p.Passage.Id, p.Score)),
            found.Select(p => (p.Passage.Id, p.Score))
        );
        Assert.Contains("by words alone", Assert.Single(bot.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatCameBack_IsAskedAgainAfterAPause()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.AlwaysAnswer(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("garage", await bot.FindAsync(Paraphrase));
        _server.Misbehave = _ => Task.FromResult(false);

        Assert.DoesNotContain("garage", await bot.FindAsync(Paraphrase));
        bot.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("garage", (await bot.FindAsync(Paraphrase))[0]);
    }

    [Fact]
    public async Task AQuestionsVectorOfAnotherDimension_LeavesTheWords()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        _server.Distort = vectors => [.. vectors.Select(v => v.Select(x => x + 1).Take(7).ToArray())];

        Assert.Equal(["harbour"], await bot.FindAsync("Why was the harbour closed?"));
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("a bit flipped")]
    [InlineData("empty")]
    [InlineData("another version")]
    public async Task ADamagedFile_LeavesTheWords_AndIsRebuiltByTheNextRun(string damage)
    {
        using (HybridBot previous = Bot())
        {
            await previous.IndexAsync();
        }

        Damage(damage);
        using HybridBot bot = Bot();

        Assert.Equal(["harbour"], await bot.FindAsync("Why was the harbour closed?"));
        Assert.Contains("unreadable", Assert.Single(bot.Warnings), StringComparison.Ordinal);

        VectorReport report = (await bot.IndexAsync()).Vectors!;
        bot.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((3, 3, 0), (report.Sentences, report.Embedded, report.Missing));
        Assert.Contains("made anew", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal("garage", (await bot.FindAsync(Paraphrase))[0]);
    }

    [Fact]
    public async Task AnotherModel_IsNotComparedWithThePreviousOne_AndMakesNewVectors()
    {
        using (HybridBot previous = Bot())
        {
            await previous.IndexAsync();
        }

        using HybridBot bot = Bot(("Name", "better-words"));
        Assert.DoesNotContain("garage", await bot.FindAsync(Paraphrase));
        Assert.Contains("not of OpenAICompatible:better-words", Assert.Single(bot.Warnings), StringComparison.Ordinal);

        VectorReport report = (await bot.IndexAsync()).Vectors!;
        bot.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(3, report.Embedded);
        Assert.Contains("was OpenAICompatible:words", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal("garage", (await bot.FindAsync(Paraphrase))[0]);
    }

    [Fact]
    public async Task WhatIsPublishedLater_IsLeftOutOfBothLists()
    {
        using HybridBot bot = Bot();
        _reader.Set("dated.md", "A vehicle was mended.", published: new DateOnly(2023, 9, 13));
        await bot.IndexAsync();

        Assert.Contains("dated", await bot.FindAsync(Paraphrase, new DateOnly(2023, 9, 13)));
        Assert.DoesNotContain("dated", await bot.FindAsync(Paraphrase, new DateOnly(2023, 9, 12)));
    }

    [Fact]
    public async Task AnArticleThatIsGone_IsNotFoundByItsVector()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        byte[] older = await File.ReadAllBytesAsync(VectorFile, TestContext.Current.CancellationToken);
        _reader.Delete("garage.md");
        await bot.IndexAsync();
        long length = new FileInfo(VectorFile).Length;

        // Vectors older than the index, as while an indexing run is at work.
        await File.WriteAllBytesAsync(VectorFile, older, TestContext.Current.CancellationToken);
        bot.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(length < older.Length);
        Assert.DoesNotContain("garage", await bot.FindAsync(Paraphrase));
    }

    private void Damage(string damage)
    {
        byte[] bytes = File.ReadAllBytes(VectorFile);
        switch (damage)
        {
            case "cut short":
                bytes = bytes[..^100];
                break;
            case "a bit flipped":
                bytes[bytes.Length / 2] ^= 1;
                break;
            case "empty":
                bytes = [];
                break;
            default:
                bytes[8] = 99;
                break;
        }

        File.WriteAllBytes(VectorFile, bytes);
    }

    private HybridBot Bot(params (string Key, string Value)[] settings) =>
        new(
            _folder["index"],
            _reader,
            _server.Endpoint + "/v1",
            settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal)
        );
}
