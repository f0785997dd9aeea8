using SummitBot.ReaderTraining.Questions;

namespace SummitBot.ReaderTraining.Tests.Questions;

public sealed class SquadFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_TakesTheSentencesThatHoldAnAnswer()
    {
        Write(
            """{"id":"Rhine#0","title":"Rhine","text":"The Rhine is long. It ends in the North Sea."}""",
            """
            {"id":"1","question":"Where does it end? ","answers":["north sea"],"doc_ids":["Rhine#0"],"source_doc_id":"Rhine#0","answerable":true}
            {"id":"2","question":"Who swam it?","answers":[],"doc_ids":[],"source_doc_id":"Rhine#0","answerable":false}
            {"id":"3","question":"What is long?","answers":["long. It"],"doc_ids":["Rhine#0"],"source_doc_id":"Rhine#0","answerable":true}
            """
        );

        QuestionSet set = SquadFolder.Read(_folder.FullPath);

        // The third answer spans two sentences, so no single sentence answers.
        Assert.Equal(["Where does it end?", "Who swam it?"], set.Questions.Select(question => question.Text));
        Assert.Equal([1], set.Questions[0].AnsweringSentences);
        Assert.False(set.Questions[1].IsAnswerable);
    }

    [Fact]
    public void Read_HoldsOutWholeArticles()
    {
        Write(
            string.Join(
                '\n',
                from article in "ABCDE"
                from number in "01"
                select $$"""{"id":"{{article}}#{{number}}","title":"{{article}}","text":"Text."}"""
            ),
            ""
        );

        QuestionSet set = SquadFolder.Read(_folder.FullPath);

        Assert.Equal(["D#0", "D#1"], set.Passages.Where(passage => passage.IsHeldOut).Select(passage => passage.Id));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string corpus, string queries)
    {
        File.WriteAllText(_folder["corpus.jsonl"], corpus);
        File.WriteAllText(_folder["queries.jsonl"], queries);
    }
}
