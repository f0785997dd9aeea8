using System.Text.Json;
using Microsoft.Playwright;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;
using SummitBot.EndToEnd.Tests.Browser;

namespace SummitBot.Benchmarks.Widget;

/// <summary>
/// A page of another origin in headless Chromium with an empty cache, with and without the widget, which nobody opens:
/// Lighthouse's figures, taken from the same sources of the browser.
/// </summary>
internal static class PageWeightBenchmark
{
    private const string Browser = "/usr/bin/chromium";
    private const int Loads = 25;

    /// <summary>Lighthouse's slowdown for a phone.</summary>
    private const int PhoneSlowdown = 4;

    /// <summary>What the page still does by itself after it was loaded belongs to it.</summary>
    private const float Aftermath = 500;

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using HostProgram host = await HostProgram.StartAsync(cancellationToken);
        using var site = new ForeignSite(host.Client.BaseAddress!);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Browser, Args = Arguments }
        );

        (PageLoad bare, PageLoad with) = await CompareAsync(browser, site, slowdown: 1, cancellationToken);
        (PageLoad slowBare, PageLoad slowWith) = await CompareAsync(browser, site, PhoneSlowdown, cancellationToken);

        var table = new MarkdownTable("A page before the chat is opened", "without", "with", "the widget's part");
        table.Add("requests", Figures.Count(bare.Requests), Figures.Count(with.Requests), Part(l => l.Requests));
        table.Add("bytes", Figures.Count(bare.Bytes), Figures.Count(with.Bytes), Part(l => l.Bytes));
        AddTime("main-thread time", bare.MainThread, with.MainThread);
        AddTime("of it scripts", bare.Script, with.Script);
        AddTime(
            $"main-thread time, {PhoneSlowdown} times slower as on a phone",
            slowBare.MainThread,
            slowWith.MainThread
        );
        return table.ToString();

        string Part(Func<PageLoad, long> figureOf) => Figures.Count(figureOf(with) - figureOf(bare));

        void AddTime(string name, TimeSpan without, TimeSpan and) =>
            table.Add(
                name,
                Figures.Milliseconds(without),
                Figures.Milliseconds(and),
                Figures.Milliseconds(and - without)
            );
    }

    /// <summary>Loads both pages in turns, so that the machine's moods meet both.</summary>
    private static async Task<(PageLoad Bare, PageLoad With)> CompareAsync(
        IBrowser browser,
        ForeignSite site,
        int slowdown,
        CancellationToken cancellationToken
    )
    {
        var bare = new List<PageLoad>();
        var with = new List<PageLoad>();
        // The first load of each warms the host and the browser, and does not count.
        for (int i = 0; i <= Loads; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PageLoad without = await LoadAsync(browser, site.Bare, slowdown);
            PageLoad widget = await LoadAsync(browser, site.With(), slowdown);
            if (i > 0)
            {
                bare.Add(without);
                with.Add(widget);
            }
        }

        return (PageLoad.GetMedian(bare), PageLoad.GetMedian(with));
    }

    private static async Task<PageLoad> LoadAsync(IBrowser browser, string address, int slowdown)
    {
        await using IBrowserContext window = await browser.NewContextAsync();
        IPage page = await window.NewPageAsync();
        ICDPSession devTools = await window.NewCDPSessionAsync(page);
        int requests = 0;
        long bytes = 0;
        devTools.Event("Network.loadingFinished").OnEvent += (_, loaded) =>
        {
            Interlocked.Increment(ref requests);
            Interlocked.Add(ref bytes, (long)loaded!.Value.GetProperty("encodedDataLength").GetDouble());
        };
        await devTools.SendAsync("Network.enable");
        // The thread's own time: what else the machine does is none of the page's doing.
        await devTools.SendAsync(
            "Performance.enable",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["timeDomain"] = "threadTicks" }
        );
        await devTools.SendAsync(
            "Emulation.setCPUThrottlingRate",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["rate"] = slowdown }
        );
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.WaitForTimeoutAsync(Aftermath);
        JsonElement metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return new PageLoad(requests, bytes, Seconds(metrics, "TaskDuration"), Seconds(metrics, "ScriptDuration"));
    }

    private static TimeSpan Seconds(JsonElement metrics, string name) =>
        TimeSpan.FromSeconds(
            metrics
                .EnumerateArray()
                .Single(m => m.GetProperty("name").GetString() == name)
                .GetProperty("value")
                .GetDouble()
        );
}
