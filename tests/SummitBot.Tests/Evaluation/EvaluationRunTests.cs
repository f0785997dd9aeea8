using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using SummitBot.Cli.Evaluation;
using SummitBot.Core.Answers.Risk;
using SummitBot.Evaluation;
using SummitBot.Tests.Answering;

namespace SummitBot.Tests.Evaluation;

/// <summary>The whole evaluation through the real reader, index, search and writer.</summary>
public sealed class EvaluationRunTests : IDisposable
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task RunAsync_ASetWithItsOwnCorpus_MeasuresEverything()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(0, await RunAsync(new EvalOptions([set], JsonPath: GetPath("r.json"))));

        EvaluationReport report = await EvaluationReportJson.ReadAsync(GetPath("r.json"), Token);
        DataSetResult result = Assert.Single(report.DataSets);
        Assert.Equal(4, result.Metrics["questions"]);
        Assert.Equal(1, result.Metrics["hit1"]);
        Assert.Equal(1, result.Metrics["contains"]);
        Assert.Equal(1, result.Metrics["verbatim"]);
        Assert.Equal(1, result.Metrics["citationPrecision"]);
        Assert.Equal(["q1", "q2", "q3", "q4"], result.Questions.Select(q => q.Id));

        QuestionResult first = result.Questions[0];
        CitedQuote cited = first.Citations[0];
        Assert.Equal("Moons#0", cited.DocId);
        Assert.True(cited.HoldsGold && cited.IsVerbatim && cited.Supports);
        Assert.Equal("Moons#0", first.RankedDocs![0]);
        Assert.Contains("hit1", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AppliesTheShippedThresholdToTheSameDrafts()
    {
        string set = WriteTinySet("tiny");
        await RunAsync(new EvalOptions([set], JsonPath: GetPath("lax.json")), minConfidence: "0");
        await RunAsync(new EvalOptions([set], JsonPath: GetPath("strict.json")), minConfidence: "1");
        DataSetResult lax = (await EvaluationReportJson.ReadAsync(GetPath("lax.json"), Token)).DataSets[0];
        DataSetResult strict = (await EvaluationReportJson.ReadAsync(GetPath("strict.json"), Token)).DataSets[0];

        Assert.Equal(1, lax.Metrics["answered"]);
        Assert.Equal(0, strict.Metrics["answered"]);
        Assert.Equal(1, strict.Metrics["refused"]);
        Assert.Equal(lax.Metrics["contains"], strict.Metrics["contains"]);
        Assert.Equal(lax.Questions.Select(q => q.Answer), strict.Questions.Select(q => q.Answer));
        Assert.Equal(Verdict.Right, lax.Questions[0].Verdict);
        Assert.Equal(Verdict.NotAnswered, strict.Questions[0].Verdict);
        Assert.Equal(Verdict.RightlyRefused, strict.Questions[3].Verdict);
    }

    [Fact]
    public async Task RunAsync_Ablating_TellsWhatEachPartBrings()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(0, await RunAsync(new EvalOptions([set], JsonPath: GetPath("r.json"), Ablate: true)));
        DataSetResult result = (await EvaluationReportJson.ReadAsync(GetPath("r.json"), Token)).DataSets[0];

        Assert.Equal(
            ["phrases", "synonyms", "respelling", "embedding", "reader", "followUps"],
            result.Ablation!.Select(p => p.Part)
        );
        Assert.Contains(result.Ablation!, p => p.Change.Values.Any(c => c != 0));
        Assert.Contains("tiny without", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("followUps", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Calibrating_WritesATableThatTheSettingTakes()
    {
        string set = WriteLargeSet("large");
        Assert.Equal(0, await RunAsync(new EvalOptions([set], CalibrationPath: GetPath("risk.json"))));
        var table = RiskTable.Read(GetPath("risk.json"));

        Assert.Equal(new RiskDataSet("large", 80, 20), Assert.Single(table.DataSets));
        Assert.Equal(table.Points.OrderByDescending(p => p.Error), table.Points);
        Assert.Contains("wrong on other articles", _output.ToString(), StringComparison.Ordinal);

        double rate = table.Points[^1].Error;
        using var host = new AnswerHost(
            ("SummitBot:Answering:MaxErrorRate", rate.ToString(CultureInfo.InvariantCulture)),
            ("SummitBot:Answering:CalibrationFile", GetPath("risk.json"))
        );
        Assert.Equal(table.ThresholdFor(rate), host.Settings.MinConfidence);
    }

    [Fact]
    public async Task RunAsync_CalibratingByFewQuestions_SaysSo()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set], CalibrationPath: GetPath("risk.json"))));
        Assert.Contains("There are too few questions to calibrate by", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Fitting_SaysWhatTheWeightsWouldBe()
    {
        string set = WriteLargeSet("large");
        Assert.Equal(0, await RunAsync(new EvalOptions([set], Fit: true)));
        Assert.Matches(@"previousCoverage +-?\d+\.\d\d +-?\d+\.\d\d", _output.ToString());
        Assert.Matches(@"large +60 +[01]\.\d{4} +[01]\.\d{4}", _output.ToString());
    }

    [Fact]
    public async Task RunAsync_FittingToFewArticles_SaysSo()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set], Fit: true)));
        Assert.Contains("There are too few articles to fit weights to", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Twice_GivesTheSameReportButForTimes()
    {
        string set = WriteTinySet("tiny");
        await RunAsync(new EvalOptions([set], JsonPath: GetPath("one.json")));
        await RunAsync(new EvalOptions([set], JsonPath: GetPath("two.json")));
        Assert.Equal(WithoutTimes("one.json"), WithoutTimes("two.json"));
    }

    [Fact]
    public async Task RunAsync_AFollowUp_IsComparedWithLastTurnAndRewrite()
    {
        string set = WriteTinySet("tiny");
        await RunAsync(new EvalOptions([set], JsonPath: GetPath("r.json")));
        DataSetResult result = (await EvaluationReportJson.ReadAsync(GetPath("r.json"), Token)).DataSets[0];
        QuestionResult followUp = result.Questions[2];
        Assert.True(followUp.IsFollowUp);
        Assert.NotNull(followUp.LastTurnNdcg);
        Assert.Equal(1, followUp.RewriteNdcg);
        Assert.Equal(1, followUp.Ndcg);
        Assert.Equal(1, result.Metrics["ndcg10FollowUps"]);
        Assert.Equal(followUp.LastTurnNdcg!.Value, result.Metrics["ndcg10LastTurn"], 5);
        Assert.True(followUp.RewriteRecall > followUp.LastTurnRewriteRecall);
    }

    [Fact]
    public async Task RunAsync_RewritesAlone_MeasureTheResolver()
    {
        string set = WriteTinySet("tiny");
        string rewrites = Write(
            "rewrites/queries.jsonl",
            """{"id":"q3","question":"And how wide is it?","rewrite":"How wide is Titan?","conversation":[{"role":"user","text":"Who found Titan?"}]}"""
        );
        await RunAsync(new EvalOptions([set, Path.GetDirectoryName(rewrites)!], JsonPath: GetPath("r.json")));
        EvaluationReport report = await EvaluationReportJson.ReadAsync(GetPath("r.json"), Token);
        DataSetResult result = report.DataSets[1];
        Assert.Equal("rewrites", result.Name);
        Assert.True(result.Metrics["rewriteRecall"] > result.Metrics["rewriteRecallLastTurn"]);
        Assert.False(result.Metrics.ContainsKey("hit1"));
        Assert.False(result.Metrics.ContainsKey("p50Ms"));
    }

    [Fact]
    public async Task RunAsync_QuestionsWithoutCorpus_AskTheConfiguredOne()
    {
        Write("articles/night-sky.md", "---\ntitle: Night sky\n---\nChristiaan Huygens found Titan in 1655.\n");
        string golden = Write(
            "golden/queries.jsonl",
            """{"id":"g1","question":"Who found Titan?","answers":["Christiaan Huygens"],"doc_ids":["night-sky"],"answerable":true,"kind":"person"}"""
        );
        Assert.Equal(
            0,
            await RunAsync(new EvalOptions([golden], FailBelow: ["golden.person.hit1=1", "golden.contains=1"]))
        );
        Assert.Contains("golden by kind", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"\n  person +1 +1\.000", _output.ToString());
    }

    [Fact]
    public async Task RunAsync_QuestionsWithoutCorpus_AskTheOneOfTheCall()
    {
        Write("elsewhere/titan.md", "---\ntitle: Titan\n---\nChristiaan Huygens found Titan in 1655.\n");
        string golden = Write(
            "golden/queries.jsonl",
            """{"id":"g1","question":"Who found Titan?","answers":["Huygens"],"doc_ids":["titan"],"answerable":true}"""
        );
        var options = new EvalOptions([golden], FailBelow: ["golden.hit1=1"], Corpus: [GetPath("elsewhere")]);
        Assert.Equal(0, await RunAsync(options));
    }

    [Fact]
    public async Task RunAsync_AMissingCorpus_ExitsWithTwoAndNamesIt()
    {
        string golden = Write("golden/queries.jsonl", """{"id":"g1","question":"Who?","answerable":false}""");
        Assert.Equal(2, await RunAsync(new EvalOptions([golden], Corpus: [GetPath("nowhere")])));
        Assert.Contains(GetPath("nowhere"), _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ABadSetting_ExitsWithTwoAndTheSettingsOwnSentence()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set]), minConfidence: "7"));
        Assert.Equal(
            "SummitBot:Answering:MinConfidence must lie between 0 and 1.",
            _error.ToString().TrimEnd().Split('\n')[^1]
        );
    }

    [Fact]
    public async Task Create_GivesACommandThatRuns()
    {
        string set = WriteTinySet("tiny");
        Command command = EvalCommand.Create(_ => new ConfigurationBuilder().Build(), new Option<bool>("--verbose"));
        var invocation = new InvocationConfiguration { Output = _output, Error = _error };
        string[] arguments =
        [
            set,
            "--limit",
            "2",
            "--json",
            GetPath("r.json"),
            "--fail-below",
            "tiny.hit1=0.1",
            "tiny.mrr=2",
        ];
        Assert.Equal(2, await command.Parse(arguments).InvokeAsync(invocation, Token));
        Assert.Contains("tiny.mrr is 1, below the least of 2.", _error.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(GetPath("r.json")));
    }

    [Fact]
    public async Task RunAsync_BelowALimit_ExitsWithTwoAndNamesIt()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set], FailBelow: ["tiny.hit1=0.5", "tiny.contains=1.5"])));
        Assert.Contains("tiny.contains is 1, below the least of 1.5.", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("tiny.hit1 is", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AnUnknownFigureInALimit_ExitsWithTwoAndListsTheKnown()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set], FailBelow: ["tiny.nonsense=0.5"])));
        Assert.Contains("There is no figure 'tiny.nonsense'; there are: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("tiny.rightAndCited", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WithABaseline_TellsWhatChanged()
    {
        string set = WriteTinySet("tiny");
        await RunAsync(new EvalOptions([set], JsonPath: GetPath("strict.json")), minConfidence: "1");
        await RunAsync(new EvalOptions([set], BaselinePath: GetPath("strict.json")), minConfidence: "0");
        string text = _output.ToString();
        Assert.Matches(@"tiny\.answered +0\.000 -> +1\.000 +\+1\.000  better", text);
        Assert.Matches(@"tiny\.refused +1\.000 -> +0\.000 +-1\.000  worse", text);
        Assert.Contains("tiny q1: refused -> right: Who found Titan?", text, StringComparison.Ordinal);
        Assert.Contains("tiny q4: rightly refused -> wrongly answered:", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "does not exist")]
    [InlineData("tiny/queries.jsonl", "is no report of an evaluation")]
    public async Task RunAsync_WhatIsNoBaseline_ExitsWithTwo(string baseline, string expected)
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set], BaselinePath: GetPath(baseline))));
        Assert.Contains(expected, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BrokenData_ExitsWithTwoAndNamesFileAndLine()
    {
        string file = Write("queries.jsonl", "{\"id\":\"q1\",\"question\":\"Who?\"}\n{oops\n");
        Assert.Equal(2, await RunAsync(new EvalOptions([file])));
        Assert.Contains($"{file}, line 2:", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TwoSetsOfOneName_ExitsWithTwo()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(2, await RunAsync(new EvalOptions([set, set])));
        Assert.Contains("Two data sets are named 'tiny'", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WithALimit_AsksTheFirstOnly()
    {
        string set = WriteTinySet("tiny");
        Assert.Equal(0, await RunAsync(new EvalOptions([set], JsonPath: GetPath("r.json"), Limit: 2)));
        EvaluationReport report = await EvaluationReportJson.ReadAsync(GetPath("r.json"), Token);
        Assert.Equal(["q1", "q2"], report.DataSets[0].Questions.Select(q => q.Id));
        Assert.Equal(2, await RunAsync(new EvalOptions([set], Limit: 0)));
    }

    [Fact]
    public async Task RunAsync_ThePage_IsEscapedAndNeedsNothingElse()
    {
        string set = WriteTinySet("tiny", title: Hostile);
        Assert.Equal(0, await RunAsync(new EvalOptions([set], HtmlPath: GetPath("r.html"))));
        string page = await File.ReadAllTextAsync(GetPath("r.html"), Token);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains(
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;",
            page,
            StringComparison.Ordinal
        );
        Assert.Single(page.Split("</script>")[1..]);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.Matches("script-src 'sha256-[A-Za-z0-9+/]{43}='", page);
        Assert.Equal(2, page.Split("<svg ").Length - 1);
        Assert.Contains("Who found Titan?", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("<details ").Length - 1);
    }

    private async Task<int> RunAsync(EvalOptions options, string minConfidence = "0.5")
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["SummitBot:Corpus:Paths:0"] = GetPath("articles"),
                    ["SummitBot:Answering:MinConfidence"] = minConfidence,
                    ["SummitBot:Answering:ClosestPassageConfidence"] = "0",
                }
            )
            .Build();
        return await new EvaluationRun(configuration, _output, _error, TextWriter.Null).RunAsync(options, Token);
    }

    /// <summary>Sixty questions that twenty articles answer, and twenty unanswerable ones.</summary>
    private string WriteLargeSet(string name)
    {
        IEnumerable<int> towns = Enumerable.Range(0, 20);
        IEnumerable<string> documents = towns.Select(i =>
            $$"""{"id":"Town{{i}}#0","title":"Town {{i}}","text":"Bridge{{i}} was built in {{1800 + i}}. Mayor{{i}} lives in house {{i}}. Its river{{i}} is wide."}"""
        );
        IEnumerable<string> questions = towns.SelectMany(i =>
            (string[])
                [
                    $$"""{"id":"a{{i}}","question":"When was Bridge{{i}} built?","answers":["{{1800 + i}}"],"doc_ids":["Town{{i}}#0"],"answerable":true}""",
                    $$"""{"id":"b{{i}}","question":"Where does Mayor{{i}} live?","answers":["house {{i}}"],"doc_ids":["Town{{i}}#0"],"answerable":true}""",
                    $$"""{"id":"c{{i}}","question":"How wide is river{{i}}?","answers":["nobody knows"],"doc_ids":["Town{{i}}#0"],"answerable":true}""",
                    $$"""{"id":"d{{i}}","question":"Who painted Bridge{{i}} in Harbour{{i}}?","answers":[],"source_doc_id":"Town{{i}}#0","answerable":false}""",
                ]
        );
        Write($"{name}/corpus.jsonl", string.Join('\n', documents));
        return Path.GetDirectoryName(Write($"{name}/queries.jsonl", string.Join('\n', questions)))!;
    }

    /// <summary>Two answerable questions, a follow-up, and one that the corpus does not answer.</summary>
    private string WriteTinySet(string name, string title = "Moons")
    {
        string titleJson = JsonValue.Create(title).ToJsonString();
        Write(
            $"{name}/corpus.jsonl",
            $$"""
            {"id":"Moons#0","title":{{titleJson}},"text":"Christiaan Huygens found Titan in 1655 with a telescope of his own. Titan is 5,150 kilometres wide and circles Saturn."}
            {"id":"Moons#1","title":"Moons of Jupiter","text":"Galileo Galilei found Ganymede in 1610. Ganymede circles Jupiter in about seven days."}
            {"id":"Cakes#0","title":"Cakes","text":"A sponge cake needs eggs, sugar and flour. It is baked for thirty minutes in a hot oven."}
            """
        );
        string path = Write(
            $"{name}/queries.jsonl",
            """
            {"id":"q1","question":"Who found Titan?","answers":["Christiaan Huygens"],"doc_ids":["Moons#0"],"answerable":true}
            {"id":"q2","question":"When did Galileo find Ganymede?","answers":["1610"],"doc_ids":["Moons#1"],"answerable":true}
            {"id":"q3","question":"And when?","answers":["1655"],"doc_ids":["Moons#0"],"answerable":true,"rewrite":"When was Titan found?","conversation":[{"role":"user","text":"Who found Titan?"},{"role":"assistant","text":"Christiaan Huygens found Titan in 1655."}]}
            {"id":"q4","question":"Which composer baked a cake for Jupiter?","answers":[],"doc_ids":[],"answerable":false}
            """
        );
        return Path.GetDirectoryName(path)!;
    }

    private string WithoutTimes(string report)
    {
        JsonNode node = JsonNode.Parse(File.ReadAllText(GetPath(report)))!;
        node["elapsedMs"] = 0;
        foreach (JsonNode? set in node["dataSets"]!.AsArray())
        {
            set!["metrics"]!["p50Ms"] = 0;
            set["metrics"]!["p99Ms"] = 0;
            foreach (JsonNode? question in set["questions"]!.AsArray())
            {
                question!["elapsedMs"] = 0;
            }
        }

        return node.ToJsonString();
    }

    private string Write(string name, string text)
    {
        string path = GetPath(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private string GetPath(string name) => _folder[name];
}
