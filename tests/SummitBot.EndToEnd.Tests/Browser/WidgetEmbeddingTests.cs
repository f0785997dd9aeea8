using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>The API for the embedding page: attributes, properties, methods, events.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class WidgetEmbeddingTests(Chromium chromium, ShippedHost host)
{
    private const string HowMany = "How many members does the Security Council have?";

    [Fact]
    public async Task Attributes_SetTitlePlaceholderQuestionsPlaceAndColour()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(
            window,
            host.Site.With(
                "data-title=\"Ask the newsroom\" data-placeholder=\"What would you like to know?\" data-open "
                    + $"data-questions=\"{HowMany}|Who met?\" data-position=\"left\" data-accent=\"#ffd400\""
            )
        );

        await Assertions.Expect(page.Panel).ToBeVisibleAsync();
        await Assertions.Expect(page.Panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Ask the newsroom");
        await Assertions.Expect(page.Input).ToHaveAttributeAsync("placeholder", "What would you like to know?");
        await Assertions.Expect(page.Panel.Locator(".greeting")).ToBeVisibleAsync();
        await Assertions.Expect(page.Panel.Locator(".suggestion")).ToHaveTextAsync([HowMany, "Who met?"]);
        Assert.InRange((await page.Panel.BoundingBoxAsync())!.X, 0, 40);
        ILocator header = page.Panel.Locator("header");
        await Assertions.Expect(header).ToHaveCSSAsync("background-color", "rgb(255, 212, 0)");
        await Assertions.Expect(header).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        await page.AssertAccessibleAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task NameAndLogo_StandInTheHeader_AndTheThemeFollowsThePage()
    {
        const string Logo =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Ccircle cx='4' cy='4' r='4' fill='orange'/%3E%3C/svg%3E";
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark }
        );
        WidgetPage page = await WidgetPage.OpenAsync(
            window,
            host.Site.With($"data-name=\"Nora\" data-logo=\"{Logo}\"")
        );

        await Assertions.Expect(page.Launcher.Locator("img")).ToBeVisibleAsync();
        await page.OpenPanelAsync();

        await Assertions.Expect(page.Panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Nora");
        await Assertions.Expect(page.Panel.Locator("header img")).ToBeVisibleAsync();
        // The page has no colours for dark, so its background is white whatever the browser prefers.
        await Assertions.Expect(page.Panel).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await page.Page.EvaluateAsync("() => document.body.style.setProperty('background', 'oklch(0.25 0.05 250)')");
        await Assertions.Expect(page.Panel).ToHaveCSSAsync("background-color", "rgb(21, 23, 30)");
        await page.PictureAsync("widget-name-dark");
        page.AssertNoErrors();
    }

    [Theory]
    [InlineData("", "rgb(21, 23, 30)")]
    [InlineData("data-theme=\"light\"", "rgb(255, 255, 255)")]
    public async Task ATheme_IsThePages_UnlessAnAttributeSetsIt(string attributes, string background)
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark }
        );
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With(attributes));
        await page.Page.EvaluateAsync("() => document.documentElement.style.setProperty('color-scheme', 'light dark')");

        await page.OpenPanelAsync();

        await Assertions.Expect(page.Panel).ToHaveCSSAsync("background-color", background);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ALogoThatCannotBeLoaded_IsReplacedByTheIcon()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With("data-logo=\"data:image/png,nothing\""));

        await Assertions.Expect(page.Launcher.Locator("svg")).ToBeVisibleAsync();
        await Assertions.Expect(page.Launcher.Locator("img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task CustomProperties_SetColoursFontAndSize()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page
            .Page.Locator("summitbot-widget")
            .EvaluateAsync(
                """
                (widget) => Object.entries({
                  accent: "#7a0019", background: "#fffaf0", text: "#221100", font: "Georgia, serif", width: "360px", radius: "2px",
                }).forEach(([name, value]) => widget.style.setProperty(`--summitbot-${name}`, value))
                """
            );

        await page.OpenPanelAsync();

        await Assertions.Expect(page.Panel).ToHaveCSSAsync("background-color", "rgb(255, 250, 240)");
        await Assertions.Expect(page.Panel).ToHaveCSSAsync("color", "rgb(34, 17, 0)");
        await Assertions.Expect(page.Panel).ToHaveCSSAsync("font-family", "Georgia, serif");
        await Assertions.Expect(page.Panel).ToHaveCSSAsync("width", "360px");
        await Assertions.Expect(page.Panel).ToHaveCSSAsync("border-radius", "2px");
        await Assertions.Expect(page.Panel.Locator("header")).ToHaveCSSAsync("background-color", "rgb(122, 0, 25)");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task MethodsAndEvents_LetAPageOpenAskStartAgainAndHearOfIt()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.Page.EvaluateAsync(
            """
            () => {
              window.heard = [];
              for (const name of ["open", "close", "question", "answer", "feedback"]) {
                addEventListener(`summitbot:${name}`, ({ detail }) => heard.push([name, detail]));
              }
            }
            """
        );

        await page.Page.EvaluateAsync("() => SummitBot.open()");
        await page.Page.EvaluateAsync("(question) => SummitBot.ask(question)", HowMany);
        ILocator answer = await page.AnswerAsync(0);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Helpful", Exact = true }).ClickAsync();
        await page.Page.EvaluateAsync("() => SummitBot.newConversation()");
        await Assertions.Expect(page.Answers).ToHaveCountAsync(0);
        await page.Page.EvaluateAsync("() => SummitBot.close()");

        await Assertions.Expect(page.Panel).ToBeHiddenAsync();
        Assert.Equal(
            "open question answer feedback close",
            await page.Page.EvaluateAsync<string>("() => heard.map(([name]) => name).join(' ')")
        );
        Assert.Equal(
            $"{HowMany} answered 1 like",
            await page.Page.EvaluateAsync<string>(
                """
                () => {
                  const { answer, feedback } = Object.fromEntries(heard);
                  return `${answer.question} ${answer.outcome} ${answer.citations[0].number} ${feedback.reaction}`;
                }
                """
            )
        );
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AnArticleWithAPublicAddress_IsOpenedThereAtTheSentence()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync("When did the harbour of Grenmouth open?");
        await Assertions
            .Expect(
                answer.GetByRole(AriaRole.Link, new() { Name = "Open at this sentence", IncludeHidden = true }).First
            )
            .ToHaveAttributeAsync("href", TextFragment());
        IPage story = await page.FollowCitationAsync(answer);

        Assert.StartsWith(host.Site.Story, story.Url, StringComparison.Ordinal);
        await Assertions.Expect(story.GetByText(ForeignSite.StorySentence)).ToBeInViewportAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AnAddressWithAPlaceOfItsOwn_LeadsToTheSentenceToo()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync("How many zebras did the keeper of the Kattegat zoo buy?");

        await Assertions
            .Expect(
                answer.GetByRole(AriaRole.Link, new() { Name = "Open at this sentence", IncludeHidden = true }).First
            )
            .ToHaveAttributeAsync(
                "href",
                $"{host.Site.Story}#kattegat:~:text={Uri.EscapeDataString(ShippedHost.ZebraSentence)}"
            );
        page.AssertNoErrors();
    }

    [Fact]
    public async Task APageOfAnOriginThatIsNotAllowed_SaysSoInASentence_AndOffersNothing()
    {
        using var elsewhere = new ForeignSite(host.Address);
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, elsewhere.With($"data-questions=\"{HowMany}\""));

        await page.Launcher.ClickAsync();

        await Assertions
            .Expect(page.Panel.GetByRole(AriaRole.Status).First)
            .ToHaveTextAsync("This page’s address is not allowed to use the chat.");
        await Assertions.Expect(page.Panel.GetByText("You could ask")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Input).ToBeDisabledAsync();
        await Assertions.Expect(page.Button("Send")).ToBeDisabledAsync();
        await page.AssertAccessibleAsync();
        await page.PictureAsync("widget-refused");
    }

    [Fact]
    public async Task WhereSocketsAreBlocked_TheWidgetPolls()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        await window.RouteWebSocketAsync(_ => true, socket => _ = socket.CloseAsync());
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        await Assertions.Expect(await page.AskAsync(HowMany)).ToContainTextAsync("15");

        await Assertions.Expect(page.Questions).ToHaveTextAsync([HowMany]);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(1);
        Assert.Empty(page.Frames);
        Assert.Contains(
            page.Errors,
            e => e.Contains("has to pass on the headers Upgrade and Connection", StringComparison.Ordinal)
        );
        page.AssertNoErrors(isNetworkLost: true);
    }

    [Fact]
    public async Task MarkupInAQuestion_IsTextAndNothingElse()
    {
        const string Markup = "<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1)) <b>who</b> met?";
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        await page.AskAsync(Markup);

        await Assertions.Expect(page.Questions).ToHaveTextAsync([Markup]);
        await Assertions.Expect(page.Panel.Locator("img, b, [href^=javascript]")).ToHaveCountAsync(0);
        page.AssertNoErrors();
    }

    [GeneratedRegex("/story#:~:text=", RegexOptions.None, 1_000)]
    private static partial Regex TextFragment();
}
