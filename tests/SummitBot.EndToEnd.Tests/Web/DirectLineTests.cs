using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Web;

/// <summary>A conversation with the built host that outlives the host, and what the command line makes of its feedback.</summary>
public sealed class DirectLineTests : IDisposable
{
    private readonly CliFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AfterTheHostWasKilled_TheConversationGoesOn_AndItsFeedbackIsExportedForEval()
    {
        JsonElement session;
        string[] before;
        await using (WebProcess host = Start())
        {
            using HttpClient visitor = new() { BaseAddress = await host.AddressAsync() };
            await host.UntilOutputHasAsync("Ready:");
            session = await PostAsync(visitor, "/api/webchat/token", new { });
            Authorize(visitor, session);
            await PostAsync(visitor, "/v3/directline/conversations", new { });
            await SayAsync(visitor, session, CliFolder.Question);
            before = [.. (await PollAsync(visitor, session, messages: 3)).Select(GetId)];
        }

        await using (WebProcess host = Start())
        {
            using HttpClient visitor = new() { BaseAddress = await host.AddressAsync() };
            Authorize(visitor, session);
            Assert.Equal(before, (await PollAsync(visitor, session, messages: 3)).Select(GetId));
            await SayAsync(visitor, session, "And where?");
            JsonElement[] all = await PollAsync(visitor, session, messages: 5);
            await SendAsync(
                visitor,
                session,
                new
                {
                    type = "event",
                    name = "webchat:activity-status/feedback",
                    replyToId = GetId(
                        all.Single(a => ReplyTo(a) == GetId(all.First(q => GetText(q) == CliFolder.Question)))
                    ),
                    value = new { reaction = "like" },
                }
            );
            await UntilAsync(async () => (await _folder.RunAsync("feedback")).Output.StartsWith('2'));
        }

        CliResult export = await _folder.RunAsync("feedback", "--export", "questions.jsonl");
        CliResult eval = await _folder.RunAsync("eval", "questions.jsonl", "--fail-below", "questions.rightAndCited=1");

        Assert.StartsWith("Wrote 1 questions", export.Output, StringComparison.Ordinal);
        Assert.True(eval.ExitCode == 0, eval.Error + eval.Output);
    }

    private WebProcess Start() =>
        WebProcess.Start(
            _folder.Path,
            ["--urls", "http://127.0.0.1:0"],
            ("SummitBot__Answering__MinConfidence", "0"),
            ("SummitBot__Answering__ClosestPassageConfidence", "0")
        );

    private static void Authorize(HttpClient visitor, JsonElement session) =>
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            session.GetProperty("token").GetString()
        );

    private static Task<JsonElement> SayAsync(HttpClient visitor, JsonElement session, string text) =>
        SendAsync(visitor, session, new { type = "message", text });

    private static Task<JsonElement> SendAsync(HttpClient visitor, JsonElement session, object activity) =>
        PostAsync(visitor, $"{GetAddress(session)}/activities", activity);

    private static async Task<JsonElement[]> PollAsync(HttpClient visitor, JsonElement session, int messages)
    {
        JsonElement[] activities = [];
        await UntilAsync(async () =>
        {
            JsonElement set = await visitor.GetFromJsonAsync<JsonElement>(
                $"{GetAddress(session)}/activities",
                Cancelled
            );
            activities = [.. set.GetProperty("activities").EnumerateArray()];
            return activities.Length >= messages;
        });
        return activities;
    }

    private static async Task<JsonElement> PostAsync(HttpClient visitor, string address, object body)
    {
        using HttpResponseMessage response = await visitor.PostAsJsonAsync(address, body, Cancelled);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        return answer;
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isTrue())
        {
            Assert.False(limit.IsCancellationRequested, "It never came.");
            await Task.Delay(100, Cancelled);
        }
    }

    private static string GetAddress(JsonElement session) =>
        $"/v3/directline/conversations/{session.GetProperty("conversationId").GetString()}";

    private static string GetId(JsonElement activity) => activity.GetProperty("id").GetString()!;

    private static string? GetText(JsonElement activity) => activity.GetProperty("text").GetString();

    private static string? ReplyTo(JsonElement activity) =>
        activity.TryGetProperty("replyToId", out JsonElement id) ? id.GetString() : null;
}
