using System.Net.Http.Headers;
using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>Reads what operators can see of the questions.</summary>
internal static class AdminExport
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the export has such feedback, which is processed after the response to the page.</summary>
    public static async Task UntilItHasAsync(ShippedHost host, string question, string reaction, string? comment)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ShippedHost.AdminKey);
        using var limit = new CancellationTokenSource(Limit);
        string export = "[]";
        while (!JsonElement.Parse(export).EnumerateArray().Any(IsIt))
        {
            Assert.False(limit.IsCancellationRequested, $"'{reaction}' on '{question}' never came: {export}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            export = await client.GetStringAsync("/admin/export.json", TestContext.Current.CancellationToken);
        }

        bool IsIt(JsonElement turn) =>
            turn.GetProperty("question").GetString() == question
            && turn.GetProperty("reaction").GetString() == reaction
            && turn.GetProperty("comment").GetString() == comment;
    }
}
