using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using CsCheck;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Teams;

namespace SummitBot.Tests.Bot.Hosting;

public sealed class ActivityFuzzTests
{
    /// <summary>Set it to 100000 for a long look.</summary>
    private const string CountVariable = "SUMMITBOT_FUZZ_COUNT";

    private const int UsualCount = 20_000;
    private const long MaxGrowth = 64L * 1024 * 1024;

    [Fact]
    public async Task DamagedActivities_NeverFail_AndAreNotKept()
    {
        int count = int.TryParse(
            Environment.GetEnvironmentVariable(CountVariable),
            CultureInfo.InvariantCulture,
            out int asked
        )
            ? asked
            : UsualCount;
        await using ProtocolHost host = await ProtocolHost.StartAsync(new CuriousBot());
        await SendAsync(host, 1_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        ConcurrentDictionary<HttpStatusCode, int> statuses = await SendAsync(host, count);

        Assert.Equal("", host.Logs.Lines.FirstOrDefault(l => l.Level >= LogLevel.Error)?.Text ?? "");
        Assert.DoesNotContain(
            statuses.Keys,
            s => s >= HttpStatusCode.InternalServerError && s != HttpStatusCode.NotImplemented
        );
        Assert.True(statuses[HttpStatusCode.BadRequest] > count / 10);
        Assert.True(statuses[HttpStatusCode.Accepted] > count / 50);
        host.Logs.Clear();
        host.Channel.Clear();
        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < MaxGrowth, $"{growth} bytes more than before");
        TestContext.Current.SendDiagnosticMessage(
            $"{count} activities: {string.Join(", ", statuses.Select(s => $"{s.Value} x {(int)s.Key}"))}; {growth} bytes more than before"
        );
    }

    private static async Task<ConcurrentDictionary<HttpStatusCode, int>> SendAsync(ProtocolHost host, int count)
    {
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        byte[][] bodies = ActivityMutations.Gen.Array[count].Single();
        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (body, _) =>
            {
                using HttpResponseMessage response = await host.PostAsync(body);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, n) => n + 1);
            }
        );
        return statuses;
    }

    /// <summary>Looks at everything that our readers can find in an activity.</summary>
    private sealed class CuriousBot : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        )
        {
            bool hasFiles = MessageText.HasFiles(turnContext.Activity);
            string text = MessageText.From(turnContext.Activity);
            var reply = new StreamedReply(turnContext, TimeProvider.System);
            reply.Begin("…", cancellationToken);
            await reply.FinishAsync(MessageFactory.Text($"{hasFiles} {text}"), cancellationToken);
        }

        protected override async Task<InvokeResponse> OnInvokeActivityAsync(
            ITurnContext<IInvokeActivity> turnContext,
            CancellationToken cancellationToken
        ) =>
            FeedbackAction.Read(turnContext.Activity) is { } given
                ? CreateInvokeResponse(given.Comment)
                : await base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }
}
