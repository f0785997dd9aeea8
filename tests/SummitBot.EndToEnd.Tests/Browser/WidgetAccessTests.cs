using System.Text.Json;
using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>
/// Accessibility of the widget: small screens, keyboards, screen readers, other languages and scripts, print.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetAccessTests(Chromium chromium, ShippedHost host)
{
    private const string Why = "Why was the Vostochny Cosmodrome chosen for the meeting?";

    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 320, Height = 640 },
        IsMobile = true,
        HasTouch = true,
    };

    [Fact]
    public async Task AKeyboardAlone_OpensAsksReadsTheQuoteAndCloses()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        IKeyboard keyboard = page.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Launcher).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Input).ToBeFocusedAsync();
        await keyboard.TypeAsync("Why was the Vostochny Cosmodrome");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("chosen for the meeting?");
        await keyboard.PressAsync("Enter");
        ILocator answer = await page.AnswerAsync(0);

        ILocator chip = answer.Locator(".chip").First;
        for (int presses = 0; presses < 30 && !await IsFocusedAsync(chip); presses++)
        {
            await keyboard.PressAsync("Shift+Tab");
        }

        await Assertions.Expect(chip).ToBeFocusedAsync();
        await Assertions.Expect(answer.Locator(".card").First).ToBeVisibleAsync();
        await keyboard.PressAsync("Tab");
        await Assertions
            .Expect(answer.GetByRole(AriaRole.Link, new() { Name = "Open at this sentence" }))
            .ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(answer.Locator(".card").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Panel).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Panel).ToBeHiddenAsync();
        await Assertions.Expect(page.Launcher).ToBeFocusedAsync();
        page.AssertNoErrors();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Axe_FindsNoViolation(string theme)
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(
            window,
            host.Site.With($"data-theme=\"{theme}\" data-questions=\"{Why}\"")
        );
        await page.AssertAccessibleAsync();
        await page.OpenPanelAsync();
        await page.AssertAccessibleAsync();

        ILocator answer = await page.AskAsync(Why);
        await page.AskAsync("What did the leaders eat on board the orbital station Mir in 1987?");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Helpful", Exact = true }).ClickAsync();
        await answer.Locator(".chip").First.FocusAsync();

        await page.AssertAccessibleAsync();
        await page.PictureAsync($"widget-{theme}");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AnAnswer_IsAnnouncedOnceToScreenReaders()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        await page.AskAsync(Why);

        await Assertions
            .Expect(page.Panel.Locator("[aria-live=polite]"))
            .ToContainTextAsync("strong interest in rocketry. [1]");
    }

    [Fact]
    public async Task APhone_ShowsThePanelOnItsWholeScreenAndTheQuoteOnATap()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(Phone);
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.Launcher.TapAsync();

        ILocator answer = await page.AskAsync(Why);
        await answer.Locator(".chip").First.TapAsync();

        ILocator card = answer.Locator(".card").First;
        await Assertions.Expect(card).ToBeVisibleAsync();
        LocatorBoundingBoxResult panel = (await page.Panel.BoundingBoxAsync())!;
        Assert.Equal((0, 0, 320, 640), (panel.X, panel.Y, panel.Width, panel.Height));
        LocatorBoundingBoxResult box = (await card.BoundingBoxAsync())!;
        Assert.InRange(box.X, 0, 320 - box.Width);
        Assert.Equal(320, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.False(
            await page.Panel.Locator(".log").EvaluateAsync<bool>("(log) => log.scrollWidth > log.clientWidth")
        );
        await page.AssertAccessibleAsync();
        await page.PictureAsync("widget-phone");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task Arabic_RunsFromRightToLeft()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(Phone);
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With("data-lang=\"ar\""));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "اسأل المقالات" }).TapAsync();

        await page.Panel.GetByRole(AriaRole.Textbox).FillAsync(Why);
        await page.Panel.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await page.AnswerAsync(0);

        LocatorBoundingBoxResult send = (
            await page.Panel.GetByRole(AriaRole.Button, new() { Name = "إرسال" }).BoundingBoxAsync()
        )!;
        Assert.True(send.X < 160, "The button to send stands left of the question.");
        await page.AssertAccessibleAsync();
        await page.PictureAsync("widget-arabic");
        page.AssertNoErrors();
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ko")]
    [InlineData("ru")]
    [InlineData("zh")]
    public async Task ALanguageOfTheBot_HasItsTextsWithinAPhonesWidth(string language)
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(Phone);
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With($"data-lang=\"{language}\""));
        await page.Page.Locator("summitbot-widget .launcher").TapAsync();

        await Assertions.Expect(page.Panel.Locator(".greeting")).ToBeVisibleAsync();

        string texts = await page.Page.EvaluateAsync<string>(
            "(address) => fetch(address).then((response) => response.text())",
            $"{host.Address}widget/texts/{language}.json"
        );
        string title = JsonElement.Parse(texts).GetProperty("title").GetString()!;
        await Assertions.Expect(page.Panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync(title);
        Assert.False(
            await page.Panel.Locator(".log").EvaluateAsync<bool>("(log) => log.scrollWidth > log.clientWidth")
        );
        await page.AssertAccessibleAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ReducedMotion_MovesNothing()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce }
        );
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.Page.EvaluateAsync(
            """
            () => {
              window.moved = 0;
              const root = document.querySelector("summitbot-widget").shadowRoot;
              root.addEventListener("animationstart", () => moved++);
            }
            """
        );
        await page.OpenPanelAsync();

        await page.AskAsync(Why);

        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => moved"));
    }

    [Fact]
    public async Task Print_ShowsTheConversationWithItsQuotesAndNoControls()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        ILocator answer = await page.AskAsync(Why);

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(answer.Locator("blockquote").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Input).ToBeHiddenAsync();
        await Assertions.Expect(answer.Locator(".tools")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task APageThatIncludesTheScriptTwice_HasOneWidgetWithItsEventsAndMethods()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With("data-title=\"Ask us\"", copies: 2));
        Assert.Equal(1, await page.Page.Locator("summitbot-widget").CountAsync());

        string text = await page.Page.EvaluateAsync<string>(
            """
            (question) => new Promise((resolve) => {
              addEventListener("summitbot:answer", (event) => resolve(`${event.detail.outcome}: ${event.detail.text}`));
              window.SummitBot.ask(question);
            })
            """,
            Why
        );

        Assert.StartsWith("answered: ", text, StringComparison.Ordinal);
        await Assertions.Expect(page.Panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Ask us");
        await page.Page.EvaluateAsync("() => window.SummitBot.close()");
        await Assertions.Expect(page.Panel).ToBeHiddenAsync();
        page.AssertNoErrors();
    }

    private static Task<bool> IsFocusedAsync(ILocator element) =>
        element.EvaluateAsync<bool>("(element) => element.getRootNode().activeElement === element");
}
