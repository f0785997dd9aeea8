using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Tests.Training;

public sealed class EpochExamplesTests(BaseModelFixture fixture)
{
    [Fact]
    public void Create_WithTheSameSeed_GivesTheSame()
    {
        int[][] first = Tokens(new TrainingOptions { Seed = 7 }, epoch: 1);

        Assert.Equal(first, Tokens(new TrainingOptions { Seed = 7 }, epoch: 1));
        Assert.NotEqual(first, Tokens(new TrainingOptions { Seed = 7 }, epoch: 2));
    }

    [Fact]
    public void Create_MarksTheAnswer()
    {
        IReadOnlyList<TrainingExample> examples = fixture
            .CreateExamples(new TrainingOptions { NegativeShare = 0, ExchangeShare = 0 })
            .Create(BaseModelFixture.Questions, epoch: 0);

        ReaderTokenizer tokenizer = fixture.CreateEncoder().Tokenizer;
        string?[] answers =
        [
            .. examples.Select(example =>
                example.AnswerTokens is var (first, last)
                    ? tokenizer.TextOf(example.Window.Tokens.AsSpan(first, last - first + 1))
                    : null
            ),
        ];
        Assert.Equal(["ada holm", "1871", "four crowns", null], answers);
        Assert.Empty(examples[^1].Answering);
    }

    [Fact]
    public void Create_AsksAnswerableQuestionsOfOtherPassages()
    {
        IReadOnlyList<TrainingExample> examples = fixture
            .CreateExamples(new TrainingOptions { NegativeShare = 1, ExchangeShare = 0 })
            .Create(BaseModelFixture.Questions, epoch: 0);

        Assert.Equal(7, examples.Count);
        Assert.Equal(4, examples.Count(example => example.Answering.Count == 0));
    }

    [Fact]
    public void Create_AsksAboutPartsOfALongPassageThatDoNotAnswer()
    {
        Passage passage = BaseModelFixture.Lighthouse with
        {
            Sentences = [.. Enumerable.Range(0, 30).Select(i => $"The lamp was lit {i} times in that year.")],
        };
        var question = new Question(passage, "How often was it lit?", [29], ["29 times"]);
        var options = new TrainingOptions
        {
            NegativeShare = 0,
            ExchangeShare = 0,
            ElsewhereShare = 1,
        };

        IReadOnlyList<TrainingExample> examples = fixture.CreateExamples(options).Create([question], epoch: 0);

        Assert.Equal([1, 0], examples.Select(example => example.Answering.Count));
        Assert.False(examples[1].Window.Contains(29));
    }

    private int[][] Tokens(TrainingOptions options, int epoch) =>
        [
            .. fixture
                .CreateExamples(options)
                .Create([.. Enumerable.Repeat(BaseModelFixture.Questions, 5).SelectMany(all => all)], epoch)
                .Select(example => example.Window.Tokens),
        ];
}
