using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Core.Answers;

public sealed class AnswerDraftTests
{
    [Fact]
    public void ConfidenceIn_IsThatOfTheSentenceShownFirst()
    {
        AnswerDraft draft = new(
            [
                new ExtractedSentence("Invented.", new PassageId(new ArticleId("a"), 0), new TextRange(0, 9))
                {
                    Confidence = 0.9,
                },
                new ExtractedSentence("Quoted.", new PassageId(new ArticleId("a"), 0), new TextRange(0, 7))
                {
                    Confidence = 0.3,
                },
            ],
            0.9
        );

        Assert.Equal(0.3, draft.ConfidenceIn(new AnswerSentence("Quoted.", [1])));
        Assert.Equal(0.9, draft.ConfidenceIn(new AnswerSentence("Repaired.", [1])));
    }
}
