using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>A page with the widget, as a person uses it: by what is on the screen and its names.</summary>
internal sealed partial class WidgetPage
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _frames = new();

    private WidgetPage(IPage page)
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

    public ILocator Launcher => Page.GetByRole(AriaRole.Button, new() { Name = "Ask the articles" });

    public ILocator Panel => Page.GetByRole(AriaRole.Dialog);

    public ILocator Input => Panel.GetByRole(AriaRole.Textbox, new() { Name = "Your question" });

    public ILocator Questions => Panel.Locator(".mine > p:first-of-type");

    public ILocator Answers => Panel.Locator(".answer");

    /// <summary>What the server sent through the socket.</summary>
    public IReadOnlyCollection<string> Frames => _frames;

    public static async Task<WidgetPage> OpenAsync(IBrowserContext window, string address)
    {
        var page = new WidgetPage(await window.NewPageAsync());
        await page.Page.GotoAsync(address);
        await page.Page.WaitForFunctionAsync("() => window.SummitBot");
        return page;
    }

    /// <summary>Opens the panel by its launcher.</summary>
    public async Task OpenPanelAsync()
    {
        await Launcher.ClickAsync();
        await Assertions.Expect(Input).ToBeFocusedAsync();
    }

    /// <summary>Types the question, sends it with Enter, and waits for the whole answer.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        int before = await Answers.CountAsync();
        await Input.FillAsync(question);
        await Input.PressAsync("Enter");
        return await AnswerAsync(before);
    }

    /// <summary>The answer with that index, when it is whole.</summary>
    public async Task<ILocator> AnswerAsync(int index)
    {
        ILocator answer = Answers.Nth(index);
        await Assertions.Expect(answer).ToHaveAttributeAsync("aria-busy", "false");
        return answer;
    }

    /// <summary>Follows the answer's first number to its sentence, which opens in a tab of its own.</summary>
    public async Task<IPage> FollowCitationAsync(ILocator answer)
    {
        await answer.Locator(".chip").First.HoverAsync();
        ILocator link = answer.GetByRole(AriaRole.Link, new() { Name = "Open at this sentence" }).First;
        IPage article = await Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await article.WaitForLoadStateAsync();
        return article;
    }

    /// <summary>Nothing that helps people with disabilities is missing, as far as axe can tell.</summary>
    public async Task AssertAccessibleAsync()
    {
        // A colour in the middle of its fade would be measured. A document does not count its shadow roots' animations.
        await Page.WaitForFunctionAsync(
            """
            () => [document, document.querySelector("summitbot-widget")?.shadowRoot ?? document]
              .flatMap((root) => root.getAnimations())
              .every((animation) => animation.playState !== "running")
            """
        );
        var result = await Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join(
                '\n',
                result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")
            )
        );
    }

    /// <param name="isNetworkLost">The test cut the network, which the browser itself logs.</param>
    public void AssertNoErrors(bool isNetworkLost = false) =>
        Assert.DoesNotContain(_errors, error => !isNetworkLost || !NetworkError().IsMatch(error));

    /// <summary>Keeps a picture among the build's artefacts.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Repository.PathOf(".artifacts", "screenshots", $"{name}.png") }
        );

    [GeneratedRegex("net::ERR_|WebSocket connection to", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NetworkError();
}
