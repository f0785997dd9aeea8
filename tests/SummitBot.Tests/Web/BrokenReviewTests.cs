using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Models;

namespace SummitBot.Tests.Web;

/// <summary>An error in the review of a draft does not fail the question.</summary>
public sealed class BrokenReviewTests
{
    [Fact]
    public async Task ACheckThatBreaks_LeavesTheQuotedAnswer()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            services: s => s.AddSingleton<IModelAnswerWriter>(new BreakingModel())
        );

        JsonElement answer = await host.AnswerAsync("How much did the harbour of Grenmouth cost?");

        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal("embedded", answer.GetProperty("writer").GetString());
        Assert.Equal("unexpected", answer.GetProperty("modelTrouble").GetString());
    }

    /// <summary>Returns invalid passages, which break the analysis.</summary>
    private sealed class BreakingModel : IModelAnswerWriter
    {
        public string Name => "breaking";

        public bool FindsPassages => false;

        public async IAsyncEnumerable<DraftPart> WriteAsync(
            AnswerRequest request,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await Task.CompletedTask;
            yield return new PassagesFound([null!]);
        }
    }
}
