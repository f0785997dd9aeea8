using System.Diagnostics;
using SummitBot.Core.Answers;

namespace SummitBot.Tests.Models;

/// <summary>A model that repeats itself endlessly costs little, and users get the quoted answer.</summary>
public sealed class EndlessDraftTests
{
    private const int Length = 100_000;

    /// <summary>A second or two on two busy cores; a quadratic algorithm took up to 40.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] Repeated =
    [
        "\"",
        "“",
        "'",
        "a",
        ":",
        "1.",
        "[1]",
        "a [1] ",
        "<think>",
        "Putin and Kim ",
        "The harbour of Grenmouth cost ",
        "The harbour of Grenmouth cost crowns, and ",
    ];

    public static TheoryData<string, string, int> Drafts =>
        [
            .. Repeated.SelectMany(r =>
                new (string, string, int)[] { (r, "600", Length), (r, "32000", Length), (r, "32000", 100) }
            ),
        ];

    [Theory]
    [MemberData(nameof(Drafts))]
    public async Task AHundredThousandCharactersOfOneThing_EndInTheQuotedAnswer_WithinTheLimit(
        string repeated,
        string tokens,
        int characters
    )
    {
        await using ModelBench bench = await ModelBench.StartAsync(("SummitBot:Model:MaxOutputTokens", tokens));
        string text = string.Concat(Enumerable.Repeat(repeated, Length / repeated.Length));
        bench.Server.Reply(ModelReplies.Text(text, pieces: characters));

        long started = Stopwatch.GetTimestamp();
        Answer answer = await bench.AskAsync(ModelBench.HowMuch);

        Assert.Equal("embedded", answer.Writer);
        Assert.StartsWith($"{ModelBench.Cost} [1]", answer.Text, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Limit);
    }
}
