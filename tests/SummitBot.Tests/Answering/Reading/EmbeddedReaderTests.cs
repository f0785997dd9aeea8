using Microsoft.Extensions.Logging;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Reading;
using SummitBot.Models.Reading;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering.Reading;

/// <summary>Answers with the built-in reader, as shipped.</summary>
public sealed class EmbeddedReaderTests
{
    [Fact]
    public async Task AnswerAsync_AQuestionInOtherWords_QuotesTheSentenceThatAnswers()
    {
        using AnswerHost host = Host(
            ("SummitBot:Answering:MinConfidence", "0"),
            ("SummitBot:Answering:ClosestPassageConfidence", "0")
        );

        Answer answer = await host.AskAsync("Why could the boats not leave the harbour?");

        Assert.Equal("A storm kept every vessel at the quay until Friday.", answer.Sentences[0].Text);
    }

    [Theory]
    [InlineData("How old is Vera Linden?")]
    [InlineData("How much did the repair of the boats cost?")]
    public async Task AnswerAsync_ANearMiss_IsRefused(string question)
    {
        using AnswerHost host = Host();

        Assert.Equal(AnswerOutcome.NotInCorpus, (await host.AskAsync(question)).Outcome);
    }

    [Fact]
    public async Task AnswerAsync_WithAShortAnswer_QuotesItWordForWord()
    {
        using AnswerHost host = Host();

        Answer answer = await host.AskAsync("Who runs the port?");

        Assert.Contains("Vera Linden", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("Vera Linden", answer.ShortAnswer?.Text);
        Assert.Equal(
            "Vera Linden",
            answer.ShortAnswer!.Range.Slice(host.Catalog.Find(new ArticleId("port"), AccessScope.Public)!.Text)
        );
    }

    [Theory]
    [InlineData(
        "The Ministry of Fisheries has its seat in Oslo. The ministry raised the fee for a boat to 40 kroner in May.",
        "How high is the fee for a boat?"
    )]
    [InlineData(
        "Anna Berg was born in Bergen. She became captain of the ferry at the age of thirty.",
        "How old was the captain of the ferry when she got the post?"
    )]
    public async Task AnswerAsync_WhereTheSubjectIsNamedBefore_QuotesThatSentenceToo(string text, string question)
    {
        using var host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", "0"),
            ("SummitBot:Answering:ClosestPassageConfidence", "0")
        );
        host.Build(IndexHost.CreateArticle("north", text));

        Answer answer = await host.AskAsync(question);

        Assert.Equal(2, answer.Sentences.Count);
        Assert.EndsWith(answer.Sentences[0].Text, text, StringComparison.Ordinal);
        Assert.StartsWith(answer.Sentences[1].Text, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who runs the port \uD83D?")]
    [InlineData("\uDE80 Who runs the port?")]
    [InlineData("Who runs \uFFFE the port?")]
    public async Task AnswerAsync_ToAQuestionWithHalfACharacter_IsAnswered(string question)
    {
        using var host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", "0"),
            ("SummitBot:Answering:ClosestPassageConfidence", "0")
        );
        host.Build(Articles);

        Answer answer = await host.AskAsync(question);

        Assert.NotEmpty(answer.Sentences);
    }

    [Fact]
    public async Task AnswerAsync_WithoutReader_AnswersByWords()
    {
        using AnswerHost without = Host(("SummitBot:Reader:Provider", "none"));
        using var late = new AnswerHost(TimeProvider.System, [], new FakeReadingModel { Damage = "No file." });
        late.Build(Articles);

        foreach (string question in new[] { "Who runs the port?", "How many boats are in the harbour?" })
        {
            Answer expected = await without.AskAsync(question);
            Answer actual = await late.AskAsync(question);
            Assert.Equal(expected.Text, actual.Text);
            Assert.Equal(expected.Confidence, actual.Confidence);
        }

        Assert.Single(late.Logs.Lines, l => l.Level == LogLevel.Warning);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_OfAMissingOrBrokenModel_SaysHowToFixIt(bool isBroken)
    {
        using var folder = new TemporaryFolder();
        if (isBroken)
        {
            File.WriteAllText(folder["reader.onnx"], "no model");
            File.WriteAllText(folder["vocab.txt"], "[UNK]");
        }

        using var model = new EmbeddedReadingModel(folder["reader.onnx"], folder["vocab.txt"]);

        Assert.Contains(
            "build the program again, or set SummitBot:Reader:Provider to none",
            Assert.Throws<ReaderUnavailableException>(model.Load).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tokenize_GivesThePositionsOfTokens()
    {
        using var model = new EmbeddedReadingModel();
        const string text = "Édith Piaf sang in 1,500 halls.";

        ReaderTokens tokens = model.Tokenize(text);

        Assert.Equal(tokens.Ids.Count, tokens.Ranges.Count);
        Assert.StartsWith(tokens.Ranges[0].Slice(text), text, StringComparison.Ordinal);
        Assert.Equal(
            text.Replace(" ", "", StringComparison.Ordinal),
            string.Concat(tokens.Ranges.Select(r => r.Slice(text)))
        );
    }

    private static Article[] Articles =>
        [
            IndexHost.CreateArticle(
                "port",
                "The port is led by Vera Linden. Forty boats lie in the harbour. "
                    + "A storm kept every vessel at the quay until Friday. Repairs began a week later."
            ),
            IndexHost.CreateArticle(
                "school",
                "Pupils planted forty trees behind the school. The headmaster thanked them with a concert."
            ),
        ];

    private static AnswerHost Host(params IEnumerable<(string Key, string Value)> settings)
    {
        var host = new AnswerHost(settings);
        host.Build(Articles);
        return host;
    }
}
