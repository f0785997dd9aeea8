using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>A page whose errors, warnings and socket frames are recorded from the start.</summary>
internal abstract partial class WatchedPage
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _frames = new();

    protected WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => _frames.Enqueue(frame.Text ?? "");
    }

    public IPage Page { get; }

    /// <summary>The console's errors and warnings.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>The frames that the server sent.</summary>
    public IReadOnlyList<string> Frames => [.. _frames];

    /// <summary>Asserts that axe finds no accessibility problem.</summary>
    public async Task AssertAccessibleAsync()
    {
        await UntilAtRestAsync();
        var result = await Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join(
                '\n',
                result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")
            )
        );
    }

    /// <param name="isNetworkLost">True when the test cut the network, which browser and widget log.</param>
    public void AssertNoErrors(bool isNetworkLost = false) =>
        Assert.DoesNotContain(_errors, error => !isNetworkLost || !NetworkError().IsMatch(error));

    /// <summary>Asserts that the answer came in parts before it was complete.</summary>
    public async Task AssertStreamedAsync()
    {
        const int pauses = 1_200;
        for (int i = 0; i < pauses && IndexOfFrame("\"streamType\":\"final\"") < 0; i++)
        {
            // Its text may already be in the last part.
            await Page.WaitForTimeoutAsync(50);
        }

        int piece = IndexOfFrame("\"streamType\":\"streaming\"");
        int whole = IndexOfFrame("\"streamType\":\"final\"");
        Assert.True(piece >= 0 && piece < whole, $"A piece is frame {piece}, the whole answer frame {whole}.");
    }

    /// <summary>Saves a picture among the build's artefacts.</summary>
    /// <param name="part">What to picture; null for the whole window.</param>
    public async Task PictureAsync(string name, ILocator? part = null)
    {
        string path = Repository.GetPath(".artifacts", "screenshots", $"{name}.png");
        await UntilAtRestAsync();
        await (
            part is null
                ? Page.ScreenshotAsync(new PageScreenshotOptions { Path = path })
                : part.ScreenshotAsync(new LocatorScreenshotOptions { Path = path })
        );
    }

    /// <summary>
    /// Waits for fading elements, whose colours would otherwise be measured or pictured half-way. Endless animations
    /// are ignored. A document does not count its shadow roots' animations.
    /// </summary>
    private Task UntilAtRestAsync() =>
        Page.WaitForFunctionAsync(
            """
            () => [document, document.querySelector("summitbot-widget")?.shadowRoot ?? document]
              .flatMap((root) => root.getAnimations())
              .every((animation) => animation.playState !== "running" || animation.effect.getTiming().iterations === Infinity)
            """
        );

    private int IndexOfFrame(string text) => Frames.ToList().FindIndex(f => f.Contains(text, StringComparison.Ordinal));

    [GeneratedRegex("net::ERR_|WebSocket connection to|^SummitBot at ", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NetworkError();
}
