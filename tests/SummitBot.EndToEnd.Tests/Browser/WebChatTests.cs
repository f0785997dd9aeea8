using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>Microsoft's Web Chat on the page <c>/webchat</c>, as it comes from npm, in Debian's Chromium.</summary>
[Collection(BrowserTests.Name)]
public sealed class WebChatTests(Chromium chromium, ShippedHost host)
{
    private const string Why = "Why was the Vostochny Cosmodrome chosen for the meeting?";
    private const string HowMany = "How many members does the Security Council have?";
    private const string Permanent = "How many of them are permanent?";
    private const string Nonsense = "What did the leaders eat on board the orbital station Mir in 1987?";

    /// <summary>Web Chat cancels a message after 20 s.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 40_000 };

    [Fact]
    public async Task AQuestion_IsAnsweredAndItsReferenceLeadsToTheHighlightedSentence()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);

        ILocator answer = await page.AskAsync(Why);

        await Assertions.Expect(answer).ToContainTextAsync("strong interest in rocketry");
        IPage article = await page.FollowCitationAsync(answer);
        await Assertions.Expect(article.Locator("mark")).ToContainTextAsync("strong interest in rocketry");
        await Assertions.Expect(article.Locator("mark")).ToBeInViewportAsync();
        await page.PictureAsync("webchat-answer");
        await page.AssertAccessibleAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AFollowUpIsUnderstood_AndARefusalNamesTheClosestArticles()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);

        await Assertions.Expect(await page.AskAsync(HowMany)).ToContainTextAsync("15");
        await Assertions.Expect(await page.AskAsync(Permanent)).ToContainTextAsync("permanent");
        ILocator refusal = await page.AskAsync(Nonsense);

        await Assertions.Expect(refusal).ToContainTextAsync("The articles don’t say");
        await Assertions.Expect(refusal.Locator(".webchat__link-definitions")).ToHaveCountAsync(0);
        await page.PictureAsync("webchat-refusal");
        await page.AssertAccessibleAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task EachAnswer_IsBelowItsQuestion()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);

        await page.AskAsync(Why);
        await page.AskAsync(HowMany);
        await page.AskAsync(Nonsense);

        await Assertions
            .Expect(page.Bubbles)
            .ToContainTextAsync([
                "Hello!",
                Why,
                "strong interest in rocketry",
                HowMany,
                "15",
                Nonsense,
                "The articles don’t say",
            ]);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AFootnoteMarkOfAnArticle_IsTextAndNoReference()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);

        ILocator answer = await page.AskAsync("Who built the melon house of Kattegat?");

        await Assertions.Expect(answer.Locator("p").First).ToContainTextAsync(ShippedHost.MelonSentence);
        Assert.Equal(
            await answer.Locator(".webchat__link-definitions__list-item").CountAsync(),
            await answer.Locator(".webchat__render-markdown__pure-identifier").CountAsync()
        );
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AddressesInAnArticle_AreTextAndNoLinks()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);

        ILocator answer = await page.AskAsync("Where do growers order the seeds of the Kattegat melon?");

        await Assertions.Expect(answer.Locator("p").First).ToContainTextAsync(ShippedHost.SeedSentence);
        await Assertions.Expect(answer.Locator("a[href*=melons]")).ToHaveCountAsync(0);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ASuggestedQuestion_IsAskedByAPress()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);
        ILocator suggestion = page.Page.Locator(".webchat__suggested-action").First;
        string question = await suggestion.InnerTextAsync();

        await suggestion.ClickAsync();

        await page.AnswerAsync(1);
        await Assertions.Expect(page.Questions).ToHaveTextAsync([question]);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AThumb_ReachesTheOperator()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);
        const string Question = "For what reason was the Vostochny Cosmodrome chosen for the meeting?";
        await page.AskAsync(Question);

        ILocator thumb = page.Page.GetByRole(AriaRole.Button, new() { Name = "Dislike" }).Last;
        await thumb.ClickAsync();

        await Assertions.Expect(thumb).ToHaveAttributeAsync("aria-pressed", "true");
        await AdminExport.UntilItHasAsync(host, Question, "dislike", comment: null);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AReload_KeepsTheConversation_UntilANewOneIsBegun()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);
        await page.AskAsync(Why);
        await page.AskAsync(Nonsense);

        await page.Page.ReloadAsync();

        await Assertions.Expect(page.Questions).ToHaveTextAsync([Why, Nonsense]);
        await Assertions.Expect(page.Messages).ToHaveCountAsync(3);
        await page.AskAsync(HowMany);
        await Assertions.Expect(page.Messages).ToHaveCountAsync(4);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await Assertions.Expect(page.Messages).ToHaveCountAsync(1);
        await Assertions.Expect(page.Questions).ToHaveCountAsync(0);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task TwoTabs_ShareOneConversation()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage first = await WebChatPage.OpenAsync(window, host);
        await first.AskAsync(Why);
        WebChatPage second = await WebChatPage.OpenAsync(window, host);
        await Assertions.Expect(second.Questions).ToHaveTextAsync([Why]);

        await second.AskAsync(HowMany);

        await Assertions.Expect(first.Questions).ToHaveTextAsync([Why, HowMany]);
        await Assertions.Expect(first.Messages.Nth(2)).ToContainTextAsync("15");
        await Assertions.Expect(first.Messages).ToHaveCountAsync(3);
        await Assertions.Expect(second.Messages).ToHaveCountAsync(3);
        first.AssertNoErrors();
        second.AssertNoErrors();
    }

    [Fact]
    public async Task ARestartOfTheServer_LosesNothing()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);
        await page.AskAsync(HowMany);

        await host.RestartAsync();

        await Assertions.Expect(await page.AskAsync(Permanent)).ToContainTextAsync("permanent");
        await Assertions.Expect(page.Questions).ToHaveTextAsync([HowMany, Permanent]);
        await Assertions.Expect(page.Messages).ToHaveCountAsync(3);
        page.AssertNoErrors(isNetworkLost: true);
    }

    [Fact]
    public async Task AnOfflineBrowser_SaysSoAndSendsTheQuestionOnRetry()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);
        await window.SetOfflineAsync(true);
        await page.Input.FillAsync(HowMany);
        await page.Input.PressAsync("Enter");
        ILocator retry = page.Page.GetByRole(AriaRole.Button, new() { Name = "Retry" });
        await Assertions.Expect(retry).ToBeVisibleAsync(Patiently);

        await window.SetOfflineAsync(false);
        await retry.ClickAsync();

        await Assertions.Expect(await page.AnswerAsync(1)).ToContainTextAsync("15");
        // Web Chat keeps the failed message.
        await Assertions.Expect(page.Questions).ToHaveTextAsync([HowMany, HowMany]);
        await Assertions.Expect(page.Messages).ToHaveCountAsync(2);
        page.AssertNoErrors(isNetworkLost: true);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task APhone_ShowsTheConversationWithinItsWidth(ColorScheme scheme)
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 320, Height = 640 },
                IsMobile = true,
                HasTouch = true,
                ColorScheme = scheme,
            }
        );
        WebChatPage page = await WebChatPage.OpenAsync(window, host);

        await page.AskAsync(Why);

        Assert.Equal(320, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Assertions.Expect(page.Input).ToBeInViewportAsync();
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"webchat-phone-{scheme.ToString().ToLowerInvariant()}");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AKeyboardAlone_AsksAndOpensTheSentence()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, host);
        IKeyboard keyboard = page.Page.Keyboard;
        await PressUntilFocusedAsync(keyboard, "Tab", page.Input);
        await keyboard.TypeAsync(Why);
        await keyboard.PressAsync("Enter");
        ILocator answer = await page.AnswerAsync(1);
        await Assertions.Expect(answer).ToContainTextAsync("strong interest in rocketry");

        await PressUntilFocusedAsync(keyboard, "Shift+Tab", page.Page.Locator(".webchat__basic-transcript"));
        // Moves into the newest message, where the first stop is its reference.
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(answer.Locator("a").First).ToBeFocusedAsync();
        IPage article = await window.RunAndWaitForPageAsync(() => keyboard.PressAsync("Enter"));

        await Assertions.Expect(article.Locator("mark")).ToContainTextAsync("strong interest in rocketry");
        page.AssertNoErrors();
    }

    private static async Task PressUntilFocusedAsync(IKeyboard keyboard, string key, ILocator target)
    {
        const int MaxWay = 30;
        for (int presses = 0; presses < MaxWay; presses++)
        {
            await keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("(element) => element === document.activeElement"))
            {
                return;
            }
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
    }
}
