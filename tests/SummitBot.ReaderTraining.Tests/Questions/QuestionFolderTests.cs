using SummitBot.ReaderTraining.Questions;

namespace SummitBot.ReaderTraining.Tests.Questions;

public sealed class QuestionFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_HoldsOutOnePassageInTen()
    {
        Write(
            """
            {"p":3,"source":"wiki:Skarn#1","title":"Skarn","sentences":["It is an island."]}
            {"p":4,"source":"wiki:Skarn#2","title":"Skarn","sentences":["It has a ferry."]}
            """,
            """
            {"p":3,"question":"What is Skarn?","sentences":[1],"answer":"an island"}
            {"p":4,"question":"How does one get there?","sentences":[1]}
            """
        );

        QuestionSet set = QuestionFolder.Read(_folder.FullPath);

        Assert.Equal("What is Skarn?", Assert.Single(set.HeldOutQuestions).Text);
        Assert.Equal("How does one get there?", Assert.Single(set.TrainingQuestions).Text);
        Assert.All(set.Passages, passage => Assert.Equal("wiki:Skarn", passage.Document));
    }

    [Fact]
    public void Read_CountsSentencesFromZero()
    {
        Write(
            """{"p":1,"source":"fiction","title":"","sentences":["One.","Two."]}""",
            """{"p":1,"question":"Which is second?","sentences":[2],"answer":"Two"}"""
        );

        Question question = Assert.Single(QuestionFolder.Read(_folder.FullPath).Questions);

        Assert.Equal([1], question.AnsweringSentences);
        Assert.Equal(["Two"], question.Answers);
        Assert.Equal("", question.Passage.Document);
    }

    [Theory]
    [InlineData("""{"p":2,"question":"Where?","sentences":[]}""", "passage 2, which is missing")]
    [InlineData("""{"p":1,"question":"Where?","sentences":[3]}""", "they count from 1")]
    [InlineData("""{"p":1,"question":""", "questions.jsonl:1 cannot be read")]
    public void Read_WhenALineIsWrong_SaysWhat(string question, string message)
    {
        Write("""{"p":1,"source":"fiction","title":"","sentences":["One."]}""", question);

        var e = Assert.Throws<InvalidQuestionFileException>(() => QuestionFolder.Read(_folder.FullPath));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string passages, string questions)
    {
        File.WriteAllText(_folder["passages.jsonl"], passages);
        File.WriteAllText(_folder["questions.jsonl"], questions);
    }
}
