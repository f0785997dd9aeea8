using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Tests.Core.Corpus;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>The model that comes along, as it is shipped.</summary>
public sealed class EmbeddedModelTests : IDisposable
{
    /// <summary>Shares no word with the sentence that answers it.</summary>
    private const string Paraphrase = "Has the automobile been repaired?";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeArticleReader _reader = new();

    public EmbeddedModelTests()
    {
        _reader.Set(
            "garage.md",
            "Rain fell all morning. The old car was mended in the evening. The band played a waltz."
        );
        _reader.Set("harbour.md", "The harbour was closed because of a storm. Boats stayed ashore.");
        _reader.Set("school.md", "Pupils planted forty trees behind the school.");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AParaphrase_IsFoundWithoutANetwork()
    {
        using HybridBot words = Bot(("Provider", "none"));
        using HybridBot bot = Bot();
        VectorReport report = (await bot.IndexAsync()).Vectors!;

        Assert.Equal((6, 6, 0, null), (report.Sentences, report.Embedded, report.Missing, report.Error));
        Assert.All(await words.RetrieveAsync(Paraphrase), p => Assert.Empty(p.SentenceSimilarities));
        Assert.Equal("garage", (await bot.FindAsync(Paraphrase))[0]);
    }

    [Fact]
    public async Task EverySentenceOfAPassage_SaysHowLikeTheQuestionItIs()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();

        RetrievedPassage garage = (await bot.RetrieveAsync(Paraphrase))[0];

        Assert.Equal(garage.Passage.Sentences.Count, garage.SentenceSimilarities.Count);
        Assert.All(garage.SentenceSimilarities, l => Assert.InRange(l!.Value, -1, 1));
        Assert.Equal(1, garage.SentenceSimilarities.ToList().IndexOf(garage.SentenceSimilarities.Max()));
    }

    [Fact]
    public async Task ASentenceThatChanged_IsNotJudgedByItsPreviousMeaning()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();
        string file = Path.Combine(_folder["index"], "vectors.bin");
        byte[] older = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        _reader.Set("harbour.md", "The harbour was opened again. Boats stayed ashore.");
        await bot.IndexAsync();

        // Vectors older than the index, as while an indexing run is at work.
        await File.WriteAllBytesAsync(file, older, TestContext.Current.CancellationToken);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        RetrievedPassage harbour = (await bot.RetrieveAsync("Is the harbour open?"))[0];

        Assert.Equal([true, false], harbour.SentenceSimilarities.Select(l => l is null));
    }

    [Fact]
    public async Task AQuestionInAnotherLanguage_IsSearchedForByItsWords()
    {
        using HybridBot bot = Bot();
        await bot.IndexAsync();

        IReadOnlyList<RetrievedPassage> english = await bot.RetrieveAsync("harbour");
        IReadOnlyList<RetrievedPassage> spanish = await bot.RetrieveAsync("harbour", language: "es");

        Assert.NotEmpty(english[0].SentenceSimilarities);
        Assert.All(spanish, p => Assert.Empty(p.SentenceSimilarities));
    }

    [Fact]
    public async Task MoreSentencesThanAllowed_AreSearchedByWords_AndTheReportSaysSoOnce()
    {
        using (HybridBot small = Bot(("MaxSentences", "5")))
        {
            VectorReport report = (await small.IndexAsync()).Vectors!;

            Assert.Contains("more than 5 sentences", Assert.Single(report.Notes), StringComparison.Ordinal);
            Assert.Empty((await small.IndexAsync()).Vectors!.Notes);
            RetrievedPassage harbour = Assert.Single(await small.RetrieveAsync("Why was the harbour closed?"));
            Assert.Empty(harbour.SentenceSimilarities);
        }

        using HybridBot bot = Bot();
        Assert.Equal(6, (await bot.IndexAsync()).Vectors!.Embedded);
        Assert.Equal("garage", (await bot.FindAsync(Paraphrase))[0]);
    }

    private HybridBot Bot(params (string Key, string Value)[] settings) =>
        new(
            _folder["index"],
            _reader,
            endpoint: "",
            settings
                .Prepend(("Provider", "embedded"))
                .GroupBy(s => s.Item1, s => s.Item2, StringComparer.Ordinal)
                .ToDictionary(s => s.Key, s => (string?)s.Last(), StringComparer.Ordinal)
        );
}
