using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>The system's Chromium, headless, one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Debian's; Playwright's own browsers are not downloaded.</summary>
    private const string Program = "/usr/bin/chromium";

    /// <summary>Milliseconds: a busy machine is slow, and only a test that fails waits so long.</summary>
    public const float Timeout = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A window of its own: no storage, no cookie, no page of another test.</summary>
    public async Task<IBrowserContext> NewWindowAsync(BrowserNewContextOptions? options = null)
    {
        Assert.NotNull(_browser);
        IBrowserContext window = await _browser.NewContextAsync(
            options
                ?? new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
                }
        );
        window.SetDefaultTimeout(Timeout);
        Assertions.SetDefaultExpectTimeout(Timeout);
        return window;
    }

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Program), $"There is no {Program}: install the package chromium.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
