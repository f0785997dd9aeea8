using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Articles;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Core.Answers;

public sealed class ContinuedAnswerTests
{
    private static readonly ArticleSummary Harbour = Article("harbour");
    private static readonly ArticleSummary Lighthouse = Article("lighthouse");

    private readonly Answer _shown = CreateAnswer(
        "a model",
        ("It opened.", Harbour, 0, 20),
        ("He retired.", Lighthouse, 0, 10)
    );

    [Fact]
    public void Create_GoesOnWithTheOtherSentences_NumberedAgain()
    {
        Answer whole = ContinuedAnswer.Create(
            _shown,
            CreateAnswer(
                "embedded",
                ("It cost.", Harbour, 40, 60),
                ("Ferries sail.", Harbour, 60, 80),
                ("It cost.", Harbour, 40, 60)
            )
        );

        Assert.Equal("It opened. [1] He retired. [2] It cost. [3] Ferries sail. [4] It cost. [3]", whole.Text);
        Assert.Equal([1, 2, 3, 4], whole.Citations.Select(c => c.Number));
        Assert.Equal([(0, 20), (0, 10), (40, 60), (60, 80)], whole.Citations.Select(c => (c.Range.Start, c.Range.End)));
        Assert.Equal("a model", whole.Writer);
    }

    [Fact]
    public void Create_SaysNothingTwice()
    {
        Answer whole = ContinuedAnswer.Create(
            _shown,
            CreateAnswer("embedded", ("The harbour opened.", Harbour, 5, 30), ("He retired there.", Lighthouse, 0, 10))
        );

        Assert.Equal((_shown.Text, 2), (whole.Text, whole.Citations.Count));
    }

    [Theory]
    [InlineData(ModelError.CutOff)]
    [InlineData(ModelError.Unsupported)]
    public void Create_ARefusal_LeavesWhatWasShown_AndSaysWhatIsWrong(ModelError error)
    {
        var refusal = new Answer
        {
            Question = "?",
            Outcome = AnswerOutcome.NotInCorpus,
            Text = "The articles don't say.",
            Lead = "The closest:",
            Closest = [Harbour],
            Writer = "embedded",
            ModelError = error,
            IsBrokenOff = error != ModelError.Unsupported,
        };

        Answer whole = ContinuedAnswer.Create(_shown, refusal);

        Assert.Equal(AnswerOutcome.Answered, whole.Outcome);
        Assert.Empty(whole.Closest);
        Assert.Null(whole.Lead);
        Assert.Equal(
            error == ModelError.Unsupported
                ? ($"{_shown.Text} {Phrases.For("en").PartLeftOut}", null)
                : (_shown.Text, Phrases.For("en").ModelBrokeOff),
            (whole.Text, whole.Note)
        );
    }

    private static Answer CreateAnswer(
        string writer,
        params (string Text, ArticleSummary Article, int Start, int End)[] sentences
    )
    {
        Citation[] citations =
        [
            .. sentences
                .DistinctBy(s => (s.Article, s.Start))
                .Select(
                    (s, i) =>
                        new Citation(
                            i + 1,
                            s.Article,
                            new PassageId(s.Article.Id, 1),
                            s.Text,
                            new TextRange(s.Start, s.End)
                        )
                ),
        ];
        AnswerSentence[] cited =
        [
            .. sentences.Select(s => new AnswerSentence(
                s.Text,
                [citations.Single(c => c.Article == s.Article && c.Range.Start == s.Start).Number]
            )),
        ];
        return new Answer
        {
            Question = "?",
            Outcome = AnswerOutcome.Answered,
            Text = AnswerText.From(cited),
            Sentences = cited,
            Citations = citations,
            Writer = writer,
        };
    }

    private static ArticleSummary Article(string id) => new(new ArticleId(id), id, null, null, null, "en", $"{id}.md");
}
