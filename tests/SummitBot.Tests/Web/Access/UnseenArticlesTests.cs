using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace SummitBot.Tests.Web.Access;

/// <summary>
/// What somebody is answered who may see public articles alone does not depend on what stands in the others: not a word, not
/// a figure, not a confidence.
/// </summary>
public sealed partial class UnseenArticlesTests
{
    private static readonly string[] Questions =
    [
        "Who cut a rope of nettles?",
        "What did the harbour cost?",
        "Which keeper retired from the lighthouse?",
        "When does the fish market open?",
        "Who sells herings?",
        "Who owns the shipyard of Norrholm?",
        "Which articles are about the harbour?",
        "Which articles are there?",
        "Summarise the lighthouse",
    ];

    private static readonly string[] Pages = ["/articles", "/articles?q=harbour", "/", "/readyz"];

    [Theory]
    [InlineData("none")]
    [InlineData("embedded")]
    public async Task PublicAnswers_AreTheSame_WhateverTheRestrictedArticlesSay(string embedding)
    {
        string first = await SeenAsync(
            embedding,
            "The shipyard of Norrholm belongs to Petra Lind. She sells hering and heringe, and cuts a rope."
        );
        string second = await SeenAsync(
            embedding,
            string.Join(
                "\n\n",
                Enumerable
                    .Range(1, 40)
                    .Select(i => $"The keeper of lighthouse {i} retired to the harbour market of Grenmouth.")
            )
        );

        Assert.Contains("Ada Quill", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    private static async Task<string> SeenAsync(string embedding, string restricted)
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        folder.Write("restricted.md", $"---\ntitle: Restricted\ngroups: board\n---\n{restricted}");
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Admin:AllowLocal"] = "false",
                ["Embedding:Provider"] = embedding,
            }
        );
        await UntilVectorsAreThereAsync(host, embedding);
        var seen = new List<string>();
        foreach (string question in Questions)
        {
            using HttpResponseMessage response = await host.Client.PostAsJsonAsync(
                "/api/ask",
                new { question, explain = true },
                TestContext.Current.CancellationToken
            );
            seen.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        foreach (string page in Pages)
        {
            seen.Add(await host.Client.GetStringAsync(page, TestContext.Current.CancellationToken));
        }

        string all = string.Join('\n', seen)
            .Replace(host.Client.BaseAddress!.Authority, "host", StringComparison.Ordinal);
        return ChecksAndTimes().Replace(all, "");
    }

    private static Task UntilVectorsAreThereAsync(WebTestHost host, string embedding) =>
        host.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await host.AnswerAsync(Questions[0]);
            return embedding == "none"
                || host.Logs.Lines.Any(l => l.Text.Contains("have vectors of", StringComparison.Ordinal));
        });

    [GeneratedRegex("""("elapsedMs":[0-9.e-]+|"checks":.*)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ChecksAndTimes();
}
