using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Evaluation.Gate;
using SummitBot.Groundedness;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Evaluation;

/// <summary>The measure of the gate: what it makes of sentences, and what it counts.</summary>
public sealed class GateEvaluatorTests
{
    private const string Harbour =
        "On 4 March 2021, the council of Trell bought a ferry of 1,200 tonnes for the island. "
        + "Ada Quill said that the old bridge near the lighthouse would be closed within three weeks. "
        + "In the spring, the builders repaired 40 percent of the harbour wall, which the storm had damaged. "
        + "Maria Sousa met Paul Okoro in Lisbon and signed the contract for the new school.";

    private const string Mine =
        "The glacier lost a third of its ice in ten years, according to the university of Wend. "
        + "Farmers in the northern valley did not sell their land to the mine of Erik Holm.";

    private static readonly GateEvaluator Evaluator = new(new ClaimChecker(), new PassageSplitter());

    [Fact]
    public void MeasureCorpus_RewordsAndCorruptsByType_AndCountsWhatPasses()
    {
        GateMeasurement measured = Measure(Harbour, Mine);

        var types = measured.Result.Types.ToDictionary(t => t.Type, StringComparer.Ordinal);
        Assert.Equal(6, types["verbatim"].Count);
        Assert.Equal(1, types["verbatim"].Strict);
        Assert.True(types["dateFormat"] is { IsSupported: true, Count: 1 });
        Assert.True(types["numberFormat"] is { IsSupported: true, Count: >= 1 });
        foreach (string corruption in (string[])["numberChanged", "unitChanged", "dateShifted", "otherTopic"])
        {
            Assert.True(types[corruption] is { IsSupported: false, Count: > 0, Normal: 0 }, $"{types[corruption]}");
        }
    }

    [Fact]
    public void MeasureCorpus_NamesTheSentencesThatWentWrong()
    {
        GateMeasurement measured = Measure(Harbour, Mine);

        double wrong = measured.Result.Types.Sum(t => t.Count * (t.IsSupported ? 1 - t.Normal : t.Normal));
        Assert.Equal(wrong, measured.Mistaken.Count, 6);
        Assert.All(
            measured.Mistaken,
            m =>
            {
                Assert.Contains(m.Original, Harbour + Mine, StringComparison.Ordinal);
                Assert.NotEqual(m.Original, m.Claim);
                Assert.Equal(m.IsSupported, m.Objections.Count > 0);
            }
        );
    }

    [Fact]
    public void MeasureCorpus_Twice_IsTheSame() =>
        Assert.Equal(Measure(Harbour, Mine).Result.Types, Measure(Harbour, Mine).Result.Types);

    [Fact]
    public void MeasureCorpus_LeavesOtherLanguagesOut() =>
        Assert.Empty(
            Evaluator
                .MeasureCorpus("es", [IndexHost.CreateArticle("es", "El consejo compró un barco en 2021.", "es")])
                .Result.Types
        );

    private static GateMeasurement Measure(params string[] texts)
    {
        Article[] articles = [.. texts.Select((text, i) => IndexHost.CreateArticle($"a{i}", text))];
        return Evaluator.MeasureCorpus("corpus", articles);
    }
}
