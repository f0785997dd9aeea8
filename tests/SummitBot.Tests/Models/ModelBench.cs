using System.Text.RegularExpressions;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Articles;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Tests.Answering;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Models;

/// <summary>
/// The bot with a few articles and a scripted model. Everything that a user would see is recorded and checked against
/// the promises that hold for every model: nothing unsupported, no foreign address, and, when the test ends, no secret
/// in a log.
/// </summary>
internal sealed partial class ModelBench : IAsyncDisposable
{
    public const string Opening = "The harbour of Grenmouth opened on 4 May 2021 after nine years of work.";
    public const string Cost = "The harbour of Grenmouth cost 48 million crowns, twice the first estimate.";
    public const string Retirement = "Keeper Tomas Brandt retired from the Grenmouth lighthouse in January 2022.";
    public const string HowMuch = "How much did the harbour of Grenmouth cost?";

    private readonly AnswerHost _host;
    private readonly List<AnswerUpdate> _shown = [];

    private ModelBench(ModelServer server, AnswerHost host)
    {
        Server = server;
        _host = host;
    }

    public ModelServer Server { get; }

    /// <summary>Everything shown to users in this test.</summary>
    public IReadOnlyList<AnswerUpdate> Shown => _shown;

    public string Log => string.Join('\n', _host.Logs.Lines.Select(l => l.Text));

    public static Task<ModelBench> StartAsync(params IEnumerable<(string Key, string Value)> settings) =>
        StartAsync(TimeProvider.System, [], settings);

    public static async Task<ModelBench> StartAsync(
        TimeProvider time,
        IReadOnlyList<Article> further,
        params IEnumerable<(string Key, string Value)> settings
    )
    {
        ModelServer server = await ModelServer.StartAsync();
        var all = server.Settings(("SummitBot:Model:Retries", "1")).ToDictionary(s => s.Key, s => s.Value);
        foreach ((string key, string value) in settings)
        {
            all[key] = value;
        }

        var host = new AnswerHost(time, all.Select(s => (s.Key, s.Value)));
        host.Build([
            Article(
                "harbour-opens",
                "The new harbour opens",
                $"{Opening} {Cost} Mayor Ada Quill cut a rope of nettles."
            ),
            Article("lighthouse", "Lighthouse keeper retires", $"{Retirement} A computer in Norrholm runs it now."),
            .. further,
        ]);
        return new ModelBench(server, host);
    }

    public static Article Article(string id, string title, string text) =>
        IndexHost.CreateArticle(id, text) with
        {
            Title = title,
            Url = new Uri($"https://news.example.org/{id}"),
            Published = new DateOnly(2022, 2, 1),
        };

    /// <summary>Builds a new index.</summary>
    public void Build(params IReadOnlyList<Article> articles) => _host.Build(articles);

    /// <summary>The findings about the models.</summary>
    public async Task<IReadOnlyList<Finding>> CheckModelsAsync(SelfCheckDepth depth = SelfCheckDepth.Full)
    {
        List<Finding> findings = await _host.CheckAsync(depth).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(findings, f => Assert.DoesNotContain(ModelServer.Key, f.Text, StringComparison.Ordinal));
        return [.. findings.Where(f => f.Subject == "model")];
    }

    /// <summary>The final answer.</summary>
    public async Task<Answer> AskAsync(string question) => (await StreamAsync(new Question(question)))[^1].Answer;

    public async Task<Answer> AskAsync(Question question) => (await StreamAsync(question))[^1].Answer;

    public async Task<IReadOnlyList<AnswerUpdate>> StreamAsync(Question question)
    {
        var updates = new List<AnswerUpdate>();
        await foreach (AnswerUpdate update in _host.StreamAsync(question))
        {
            updates.Add(update);
        }

        _shown.AddRange(updates);
        Assert.All(updates, u => AssertPromises(u.Answer));
        Assert.Equal(AnswerStage.Final, updates[^1].Stage);
        Assert.DoesNotContain(updates.SkipLast(1), u => u.Stage == AnswerStage.Final);
        return updates;
    }

    /// <summary>The extractive answer was shown instead of the model's, with a note, and the log says why.</summary>
    public void AssertEmbedded(Answer answer, ModelError error)
    {
        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal("embedded", answer.Writer);
        Assert.Equal(error, answer.ModelError);
        Assert.NotNull(answer.Note);
        Assert.StartsWith($"{Cost} [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal("harbour-opens", answer.Citations[0].Article.Id.Value);
        Assert.Equal(Cost, answer.Citations[0].Quote);
        Assert.Contains(error.ToString(), Log, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>When the first answer cannot be removed, the second continues it, and keeps the promises too.</summary>
    public void AssertContinues(Answer shown, Answer answer)
    {
        Answer whole = ContinuedAnswer.Create(shown, answer);
        AssertPromises(whole);
        Assert.StartsWith(shown.Text, whole.Text, StringComparison.Ordinal);
        Assert.Contains(Cost, whole.Text, StringComparison.Ordinal);
        Assert.Equal((shown.Writer, answer.Note), (whole.Writer, whole.Note));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            Assert.DoesNotContain(ModelServer.Key, Log, StringComparison.Ordinal);
        }
        finally
        {
            _host.Dispose();
            await Server.DisposeAsync();
        }
    }

    private void AssertPromises(Answer answer)
    {
        string document = AnswerJson.Serialize(AnswerDocument.From(answer));
        Assert.DoesNotContain(ModelServer.Key, document, StringComparison.Ordinal);
        Assert.All(answer.Sentences, s => AssertSupported(s, answer));
        string[] cited = [.. answer.Citations.Select(c => c.Article.Url?.AbsoluteUri ?? "")];
        Assert.All(Addresses().Matches(document).Select(m => m.Value), a => Assert.Contains(a, cited));
        Assert.Equal(
            answer.Citations.Select(c => $"[{c.Number}]").Order(),
            Marks().Matches(answer.Text).Select(m => m.Value).Distinct().Order()
        );
    }

    /// <summary>
    /// It has citations, each quote is the article's text, and the quotes contain all its numbers and names.
    /// </summary>
    private void AssertSupported(AnswerSentence sentence, Answer answer)
    {
        Citation[] citations = [.. answer.Citations.Where(c => sentence.Citations.Contains(c.Number))];
        Assert.NotEmpty(citations);
        Assert.All(
            citations,
            c => Assert.Equal(c.Range.Slice(_host.Catalog.Find(c.Article.Id, AccessScope.Public)!.Text), c.Quote)
        );
        string text = sentence.IsQuotation
            ? sentence.Text[sentence.Text.IndexOf('“', StringComparison.Ordinal)..]
            : sentence.Text;
        string sources = string.Join(
            ' ',
            citations.Select(c => _host.Catalog.Find(c.Article.Id, AccessScope.Public)!.Text)
        );
        Assert.All(
            FactWords().Matches(text).Select(m => m.Value),
            w => Assert.Contains(w, sources, StringComparison.OrdinalIgnoreCase)
        );
    }

    [GeneratedRegex(@"https?://[^\s""'<>)\]\\]+", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    /// <summary>Numbers, and capitalized words inside a sentence.</summary>
    [GeneratedRegex(@"\d+|(?<=[\p{Ll},] )\p{Lu}\p{Ll}+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FactWords();
}
