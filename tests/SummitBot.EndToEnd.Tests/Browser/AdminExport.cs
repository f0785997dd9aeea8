using System.Net.Http.Headers;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>What operators can see of the questions.</summary>
internal static class AdminExport
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Waits until the export has the text: feedback is taken in after the page was answered.</summary>
    public static async Task UntilItHasAsync(ShippedHost host, string text)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ShippedHost.AdminKey);
        using var limit = new CancellationTokenSource(Limit);
        string export = "";
        while (!export.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(limit.IsCancellationRequested, $"The export never had '{text}': {export}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            export = await client.GetStringAsync("/admin/export.json", TestContext.Current.CancellationToken);
        }
    }
}
