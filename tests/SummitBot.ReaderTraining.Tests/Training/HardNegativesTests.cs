using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Training;

namespace SummitBot.ReaderTraining.Tests.Training;

public sealed class HardNegativesTests(BaseModelFixture fixture)
{
    [Fact]
    public void Nearest_SharesMostWordsWithTheQuestion()
    {
        HardNegatives negatives = Create(BaseModelFixture.Passages);
        var question = new Question(BaseModelFixture.Lighthouse, "When does the bakery open?", [0], []);

        Assert.Equal(BaseModelFixture.Bakery, negatives.Nearest(question));
    }

    [Fact]
    public void Choose_LeavesOutPassagesThatHoldTheAnswer()
    {
        HardNegatives negatives = Create([BaseModelFixture.Lighthouse, BaseModelFixture.Ferry]);
        var question = new Question(BaseModelFixture.Lighthouse, "Where is the lighthouse?", [0], ["Skarn"]);

        Assert.Null(negatives.Choose(question, new Random(1)));
    }

    [Fact]
    public void Choose_TakesPassagesOfTheSameDocument()
    {
        HardNegatives negatives = Create([BaseModelFixture.Lighthouse, BaseModelFixture.Ferry]);
        var question = new Question(BaseModelFixture.Lighthouse, "Xylophone?", [0], []);

        Assert.Equal(BaseModelFixture.Ferry, negatives.Choose(question, new Random(1)));
    }

    private HardNegatives Create(IReadOnlyList<Passage> passages) =>
        new(new PassageOverlap(fixture.CreateEncoder().Tokenizer, passages), passages);
}
