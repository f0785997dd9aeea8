using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Core.Answers;

public sealed class CitationGateTests
{
    private const string Text = "Kim came by train. Putin met him.";
    private static readonly PassageId Id = new(new ArticleId("a"), 1);
    private static readonly TextRange First = new(100, 118);
    private static readonly TextRange Second = new(119, 133);

    private static readonly RetrievedPassage Retrieved = new(
        new Passage(Id, new TextRange(100, 133), Text, [First, Second]),
        new ArticleSummary(Id.Article, "Title", null, null, null, "en", "a.txt"),
        1
    );

    [Fact]
    public void Check_LetsAVerbatimSentenceThrough()
    {
        CheckedDraft result = Check(new ExtractedSentence("Putin met him.", Id, Second));

        AnswerSentence sentence = Assert.Single(result.Sentences);
        Citation citation = Assert.Single(result.Citations);
        Assert.Equal([1], sentence.Citations);
        Assert.Equal(("Putin met him.", Second), (citation.Quote, citation.Range));
    }

    [Theory]
    [InlineData("Putin met her.", 119, 133)]
    [InlineData("putin met him.", 119, 133)]
    [InlineData("Putin met him", 119, 133)]
    [InlineData("Putin met him.", 118, 133)]
    [InlineData("Putin met him.", 219, 233)]
    [InlineData("", 119, 119)]
    public void Check_DropsWhatTheCitedRangeDoesNotSay(string text, int start, int end)
    {
        CheckedDraft result = Check(new ExtractedSentence(text, Id, new TextRange(start, end)));

        Assert.Empty(result.Sentences);
        Assert.Empty(result.Citations);
    }

    [Fact]
    public void Check_DropsACitationOfAPassageThatWasNotRetrieved() =>
        Assert.Empty(Check(new ExtractedSentence("Putin met him.", Id with { Ordinal = 2 }, Second)).Sentences);

    [Fact]
    public void Check_NumbersCitationsInOrderOfAppearanceAndOnceEach()
    {
        CheckedDraft result = Check(
            new ExtractedSentence("Putin met him.", Id, Second),
            new ExtractedSentence("Putin met her.", Id, Second),
            new ExtractedSentence("Kim came by train.", Id, First),
            new ExtractedSentence("Putin met him.", Id, Second)
        );

        Assert.Equal([1, 2, 1], result.Sentences.Select(s => s.Citations[0]));
        Assert.Equal([1, 2], result.Citations.Select(c => c.Number));
    }

    [Fact]
    public void Check_GivesTheShortAnswerOfTheFirstSentenceAsTheArticleHasIt()
    {
        CheckedDraft result = Check(
            new ExtractedSentence("Putin met him.", Id, Second) { ShortAnswer = new TextRange(119, 124) },
            new ExtractedSentence("Kim came by train.", Id, First) { ShortAnswer = new TextRange(100, 103) }
        );

        Assert.Equal(new ShortAnswer("Putin", 1, new TextRange(119, 124)), result.ShortAnswer);
    }

    [Theory]
    [InlineData(118, 124)]
    [InlineData(119, 134)]
    [InlineData(100, 103)]
    [InlineData(119, 119)]
    [InlineData(124, 119)]
    public void Check_DropsAShortAnswerOutsideItsSentence(int start, int end)
    {
        CheckedDraft result = Check(
            new ExtractedSentence("Putin met him.", Id, Second) { ShortAnswer = new TextRange(start, end) }
        );

        Assert.Single(result.Sentences);
        Assert.Null(result.ShortAnswer);
    }

    [Fact]
    public void Check_WhenTheFirstSentenceIsDropped_GivesNoShortAnswer() =>
        Assert.Null(
            Check(
                new ExtractedSentence("Putin met her.", Id, Second) { ShortAnswer = new TextRange(119, 124) },
                new ExtractedSentence("Kim came by train.", Id, First) { ShortAnswer = new TextRange(100, 103) }
            ).ShortAnswer
        );

    private static CheckedDraft Check(params ExtractedSentence[] sentences) =>
        CitationGate.Check(new AnswerDraft(sentences, 1), [Retrieved]);
}
