using SummitBot.Core.Questions;
using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class EvaluationDataReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_AFolder_GivesQuestionsAndCorpus()
    {
        Write(
            "corpus.jsonl",
            """
            {"id":"Super_Bowl_50#0","title":"Super Bowl 50","text":"One.","distractor":true}

            {"id":"Super_Bowl_50-0","title":"Other","text":"Two."}
            """
        );
        Write(
            "queries.jsonl",
            """
            {"id":"q1","question":" Who won? ","answers":["Denver"],"doc_ids":["Super_Bowl_50#0"],"answerable":true,"kind":"person","rewrite":"Who won the game?","conversation":[{"role":"user","text":"Hi"},{"role":"assistant","text":"Hello"}]}
            {"id":"q2","question":"Why?","answers":[],"doc_ids":[],"answerable":false}
            {"id":"q3","question":"Thanks!","answers":["You are welcome."],"answerable":null,"reference_response":"You are welcome."}
            """
        );
        EvaluationDataSet set = await EvaluationDataReader.ReadAsync(_folder.FullPath, Token);
        Assert.Equal(Path.GetFileName(_folder.FullPath), set.Name);
        Assert.True(set.HasGold);
        Assert.Equal(["Super_Bowl_50-0", "Super_Bowl_50-0-2"], set.Corpus!.Documents.Select(d => d.ArticleId.Value));
        Assert.All(set.Corpus.Documents, d => Assert.Equal(d.Id, set.GetDocument(d.ArticleId)));

        EvaluationQuestion first = set.Questions[0];
        Assert.Equal(("q1", "Who won?", "person", true), (first.Id, first.Text, first.Kind, first.IsAnswerable));
        Assert.Equal("Who won the game?", first.Rewrite);
        Assert.Equal(
            [new ConversationTurn(Speaker.User, "Hi"), new ConversationTurn(Speaker.Assistant, "Hello")],
            first.Conversation
        );
        Assert.False(set.Questions[1].IsAnswerable);
        Assert.Null(set.Questions[2].IsAnswerable);
        Assert.Empty(set.Questions[2].Answers);
        Assert.Equal("You are welcome.", set.Questions[2].Reference);
    }

    [Fact]
    public async Task ReadAsync_AFileWithoutCorpus_IsAboutTheConfiguredOne()
    {
        Write(
            "news.jsonl",
            """{"id":"q1","question":"Who?","answers":["x"],"doc_ids":["anything"],"answerable":true}"""
        );
        EvaluationDataSet set = await EvaluationDataReader.ReadAsync(_folder["news.jsonl"], Token);
        Assert.Equal("news", set.Name);
        Assert.Null(set.Corpus);
    }

    [Fact]
    public async Task ReadAsync_QuestionsWithRewritesAlone_HaveNoGold()
    {
        Write("queries.jsonl", """{"id":"q1","question":"Who?","rewrite":"Who won?","answers":[],"doc_ids":[]}""");
        EvaluationDataSet set = await EvaluationDataReader.ReadAsync(_folder.FullPath, Token);
        Assert.False(set.HasGold);
    }

    [Fact]
    public async Task ReadAsync_BrokenLines_AreAllNamedWithFileAndLine()
    {
        Write(
            "corpus.jsonl",
            """
            {"id":"a","text":"One."}
            {"id":"a","text":"Two."}
            {"id":"b"}
            """
        );
        Write(
            "queries.jsonl",
            """
            {"id":"q1","question":"Who?","answers":["x"],"doc_ids":["a"],"answerable":true}
            {"id":"q2","question":"Who?"
            {"id":"q1","question":"Who?"}
            {"text":"not a question"}
            {"id":"q3","question":"Who?","doc_ids":["zzz"],"answerable":true}
            {"id":"q4","question":"Who?","answers":"x"}
            {"id":"q5","question":"  "}
            {"id":"q6","question":"Who?","conversation":[{"role":"robot","text":"x"}]}
            {"id":"q7","question":"Who?","answerable":true}
            null
            """
        );
        var error = await Assert.ThrowsAsync<EvaluationDataException>(() =>
            EvaluationDataReader.ReadAsync(_folder.FullPath, Token)
        );
        string corpus = _folder["corpus.jsonl"];
        string queries = _folder["queries.jsonl"];
        Assert.Equal(
            [
                $"{corpus}, line 2: has the id 'a' a second time: rename one of the documents.",
                $"{corpus}, line 3: is no document: give it an 'id' and a 'text'.",
                $"{queries}, line 2: is not the JSON object that is expected.",
                $"{queries}, line 3: has the id 'q1' a second time: rename one of the questions.",
                $"{queries}, line 4: is no question: give it an 'id' and a 'question'.",
                $"{queries}, line 5: names the document 'zzz', which corpus.jsonl does not have.",
                $"{queries}, line 6: is not the JSON object that is expected at $.answers.",
                $"{queries}, line 7: cannot be asked: The question is empty: ask something in words.",
                $"{queries}, line 8: has a conversation turn without 'role' (user or assistant) and 'text'.",
                $"{queries}, line 9: is answerable but names no document: list them in 'doc_ids'.",
                $"{queries}, line 10: is no JSON object.",
            ],
            error.Message.Split('\n')
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing")]
    public async Task ReadAsync_WhatIsNotThere_SaysWhatToName(string name)
    {
        var error = await Assert.ThrowsAsync<EvaluationDataException>(() =>
            EvaluationDataReader.ReadAsync(_folder[name], Token)
        );
        Assert.Contains("name a folder with queries.jsonl", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_AnEmptyFile_IsRefused()
    {
        Write("queries.jsonl", "\n");
        var error = await Assert.ThrowsAsync<EvaluationDataException>(() =>
            EvaluationDataReader.ReadAsync(_folder.FullPath, Token)
        );
        Assert.Contains("has no question", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithRewrites_FillsInWhatIsMissingOnly()
    {
        var set = new EvaluationDataSet(
            "set",
            [new EvaluationQuestion("q1", "Who?") { Rewrite = "Its own?" }, new("q2", "Why?"), new("q3", "When?")]
        );
        var rewrites = new Dictionary<string, string>(StringComparer.Ordinal) { ["q1"] = "Lent?", ["q2"] = "Lent?" };
        Assert.Equal(["Its own?", "Lent?", null], set.WithRewrites(rewrites).Questions.Select(q => q.Rewrite));
    }

    private void Write(string name, string text) => File.WriteAllText(_folder[name], text);
}
