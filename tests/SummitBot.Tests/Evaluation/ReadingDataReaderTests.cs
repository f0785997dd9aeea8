using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

/// <summary>The questions that the reader is trained on, as a data set.</summary>
public sealed class ReadingDataReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_TakesThePassagesThatTrainingHoldsOut()
    {
        Write(
            """
            {"p":3,"source":"fiction","title":"Pier","sentences":["It rained.","Ann fished."]}
            {"p":4,"title":"Trained on","sentences":["It snowed."]}
            {"p":13,"sentences":["Bo sang."]}
            """,
            """
            {"p":3,"question":"who caught fish","sentences":[2,1],"answer":"Ann"}
            {"p":4,"question":"was it white","sentences":[1]}
            {"p":13,"question":"Who danced?","sentences":[]}
            """
        );

        EvaluationDataSet set = await EvaluationDataReader.ReadAsync(_folder.FullPath, Token);

        Assert.Equal(["3", "13"], set.Corpus!.Documents.Select(d => d.Id));
        Assert.Equal("It rained. Ann fished.", set.Corpus.Documents[0].Text);
        Assert.Equal([true, false], set.Questions.Select(q => q.IsAnswerable));
        Assert.Equal(["Ann fished.", "It rained."], set.Questions[0].Sentences);
        Assert.Equal(["Ann"], set.Questions[0].Answers);
        Assert.Equal(["3"], set.Questions[0].DocIds);
        Assert.Equal(("13", 0), (set.Questions[1].SourceDocId, set.Questions[1].DocIds.Count));
    }

    [Fact]
    public async Task ReadAsync_NamesEveryBrokenLine()
    {
        Write(
            """
            {"p":3,"sentences":["It rained."]}
            {"p":3,"sentences":["Again."]}
            """,
            """
            {"p":3,"question":"Did it rain?","sentences":[2]}
            {"p":5,"question":"Who?","sentences":[]}
            """
        );

        EvaluationDataException error = await Assert.ThrowsAsync<EvaluationDataException>(() =>
            EvaluationDataReader.ReadAsync(_folder.FullPath, Token)
        );

        Assert.Contains("passages.jsonl, line 2:", error.Message, StringComparison.Ordinal);
        Assert.Contains("questions.jsonl, line 1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("questions.jsonl, line 2:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann fished until noon.", true)]
    [InlineData("until noon in the cold harbour", true)]
    [InlineData("Ann sang.", false)]
    [InlineData("Ann", false)]
    public void IsGold_WhereSentencesAreNamed_GoesByThemAlone(string sentence, bool expected)
    {
        var result = new QuestionResult
        {
            Id = "q",
            Question = "Who fished?",
            Gold = ["Ann"],
            GoldSentences =
            [
                sentence.StartsWith("until", StringComparison.Ordinal)
                    ? "Ann fished until noon in the cold harbour."
                    : "Ann fished until noon.",
            ],
        };

        Assert.Equal(expected, result.IsGold(sentence));
    }

    private void Write(string passages, string questions)
    {
        File.WriteAllText(_folder["passages.jsonl"], passages);
        File.WriteAllText(_folder["questions.jsonl"], questions);
    }
}
