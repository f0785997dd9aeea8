using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Retrieval;
using static SummitBot.Tests.Core.Answers.Reviewing.ReviewSetup;

namespace SummitBot.Tests.Core.Answers.Reviewing;

public sealed class DraftReviewTests
{
    private static readonly RetrievedPassage Train = Passage(
        "train",
        "Kim Jong-un travelled to Vladivostok by armoured train. The journey took twenty hours. He crossed the border at Khasan."
    );

    private static readonly RetrievedPassage Talks = Passage(
        "talks",
        "The talks lasted more than five hours. Vladimir Putin accepted an invitation to visit Pyongyang."
    );

    [Fact]
    public void Check_KeepsASentenceThatItsCitedPassageBearsOut_AndCitesTheExactWindow()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);

        ReviewedSentence reviewed = review.Check(Sentence("The talks lasted more than five hours.", Talks));

        Assert.Equal(SentenceAction.Kept, reviewed.Action);
        Citation citation = Assert.Single(review.Current.Citations);
        Assert.Equal("The talks lasted more than five hours.", citation.Quote);
        Assert.Equal(Talks.Passage.GetText(citation.Range), citation.Quote);
        Assert.Equal([1], reviewed.Sentence?.Citations);
    }

    [Fact]
    public void Check_CitesTheRetrievedPassageThatBearsTheSentenceOut_WhenAnotherOneIsMarked()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);

        ReviewedSentence reviewed = review.Check(Sentence("The talks lasted more than five hours.", Train));

        Assert.Equal(SentenceAction.Remarked, reviewed.Action);
        Assert.Equal("talks", Assert.Single(review.Current.Citations).Article.Id.Value);
    }

    [Fact]
    public void Check_CitesTheRetrievedPassageThatBearsTheSentenceOut_WhenNoneIsMarked()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);

        ReviewedSentence reviewed = review.Check(Sentence("The talks lasted more than five hours."));

        Assert.Equal(SentenceAction.Remarked, reviewed.Action);
    }

    [Fact]
    public void Check_QuotesTheSource_WhenTheSentenceSaysAnotherNumber()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);

        ReviewedSentence reviewed = review.Check(Sentence("The talks lasted more than nine hours.", Talks));

        Assert.Equal(SentenceAction.Quoted, reviewed.Action);
        Assert.NotEmpty(reviewed.FailedChecks);
        Assert.True(reviewed.Sentence?.IsQuotation);
        Assert.Equal("According to the article: “The talks lasted more than five hours.”", reviewed.Sentence?.Text);
    }

    [Fact]
    public void Check_DropsASentenceThatNoPassageComesNear()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);

        ReviewedSentence reviewed = review.Check(Sentence("Bananas grow in Ecuador and Brazil.", Talks));

        Assert.Equal(SentenceAction.Dropped, reviewed.Action);
        Assert.Null(reviewed.Sentence);
        Assert.Empty(review.Current.Citations);
    }

    [Theory]
    [InlineData("Putin and Kim ")]
    [InlineData("Vladimir Putin accepted an invitation ")]
    [InlineData("Vladimir Putin accepted an invitation, and ")]
    [InlineData("Путин и Ким ")]
    public void Check_LetsNothingStandThatOnlyRepeatsItself(string words)
    {
        RetrievedPassage both = Passage("both", "Putin and Kim met. Путин и Ким встретились.");
        DraftReview review = Open("Who met?", both, Talks);

        ReviewedSentence reviewed = review.Check(
            Sentence(string.Concat(Enumerable.Repeat(words, 100)).Trim() + ".", both, Talks)
        );

        Assert.False(reviewed.Stands);
        Assert.Contains("repetition", reviewed.FailedChecks);
    }

    [Fact]
    public void Check_KeepsASentenceThatRepeatsItselfAsItsSourceDoes()
    {
        RetrievedPassage chant = Passage(
            "chant",
            "The crowd called Kim, Kim, Kim and Putin, Putin, Putin for an hour."
        );
        DraftReview review = Open("What did the crowd call?", chant);

        ReviewedSentence reviewed = review.Check(
            Sentence("For an hour the crowd called Kim, Kim, Kim and Putin, Putin, Putin.", chant)
        );

        Assert.DoesNotContain("repetition", reviewed.FailedChecks);
    }

    [Theory]
    [InlineData("Here is what the articles say:")]
    [InlineData("The articles do not mention this.")]
    [InlineData("")]
    [InlineData("***")]
    public void Check_SkipsWhatStatesNothing(string text) =>
        Assert.Equal(SentenceAction.Skipped, Open("How long?", Talks).Check(Sentence(text)).Action);

    [Fact]
    public void Check_NumbersCitationsInOrderOfAppearance_AndOnceEach()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);

        review.Check(Sentence("The talks lasted more than five hours.", Talks));
        review.Check(Sentence("The journey took twenty hours.", Train));
        ReviewedSentence again = review.Check(Sentence("The talks lasted more than five hours.", Talks));

        Assert.Equal([1], again.Sentence?.Citations);
        Assert.Equal(["talks", "train"], review.Current.Citations.Select(c => c.Article.Id.Value));
        Assert.Equal([1, 2], review.Current.Citations.Select(c => c.Number));
    }

    [Fact]
    public void Check_MatchesPassagesThatWereAddedLater()
    {
        DraftReview review = Open("How long were the talks?", Train);
        review.AddPassages([Talks]);

        Assert.Equal(
            SentenceAction.Kept,
            review.Check(Sentence("The talks lasted more than five hours.", Talks)).Action
        );
    }

    [Fact]
    public void Check_DoesNotKeepAPronoun_WhenTheSentenceBeforeItFell()
    {
        DraftReview review = Open("How did Kim travel?", Train);
        review.Check(Sentence("Bananas grow in Ecuador and Brazil.", Train));

        ReviewedSentence reviewed = review.Check(Sentence("He crossed the border at Khasan.", Train));

        Assert.False(reviewed.Stands);
        Assert.Equal(["unresolvedPronoun"], reviewed.FailedChecks);
        Assert.Contains(
            "The journey took twenty hours. He crossed the border",
            reviewed.Sentence?.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Conclude_LetsADraftStand_WhoseSentencesStand()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);
        review.Check(Sentence("The talks lasted more than five hours.", Talks));

        ReviewOutcome outcome = review.Conclude();

        Assert.Equal(DraftDecision.Stands, outcome.Decision);
        Assert.False(outcome.HasOmissions);
        Assert.Single(outcome.Log);
    }

    [Fact]
    public void Conclude_GivesUpADraft_OfWhichFewerThanHalfStand()
    {
        DraftReview review = Open("How long were the talks?", Train, Talks);
        review.Check(Sentence("The talks lasted more than five hours.", Talks));
        review.Check(Sentence("Bananas grow in Ecuador.", Talks));
        review.Check(Sentence("Elephants never forget anything.", Talks));

        Assert.Equal(DraftDecision.TooFewStand, review.Conclude().Decision);
    }

    [Fact]
    public void Conclude_GivesUpADraft_WhoseAnsweringSentenceFell()
    {
        DraftReview review = Open("Which bananas grow in Ecuador?", Train, Talks);
        review.Check(Sentence("The talks lasted more than five hours.", Talks));
        review.Check(Sentence("Bananas grow in Ecuador.", Talks));

        ReviewOutcome outcome = review.Conclude();

        Assert.Equal(DraftDecision.AnswerFell, outcome.Decision);
        Assert.True(outcome.HasOmissions);
    }

    [Fact]
    public void Conclude_GivesUpADraft_ThatHadToBeQuotedMoreThanTwice()
    {
        DraftReview review = Open("What happened?", Train, Talks);
        review.Check(Sentence("The talks lasted more than nine hours.", Talks));
        review.Check(Sentence("The journey took thirty hours.", Train));
        review.Check(Sentence("Kim Jong-un travelled to Vladivostok by armoured bus.", Train));
        review.Check(Sentence("The talks lasted more than five hours.", Talks));
        review.Check(Sentence("The journey took twenty hours.", Train));
        review.Check(Sentence("Vladimir Putin accepted an invitation to visit Pyongyang.", Talks));

        Assert.Equal(DraftDecision.TooManyQuotations, review.Conclude().Decision);
    }

    [Fact]
    public void Conclude_GivesUpADraftThatStatesNothing() =>
        Assert.Equal(DraftDecision.StatesNothing, Open("What happened?", Talks).Conclude().Decision);
}
