using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>The widget on a page of another origin under a strict policy.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class WidgetTests(Chromium chromium, ShippedHost host)
{
    private const string Why = "Why was the Vostochny Cosmodrome chosen for the meeting?";
    private const string HowMany = "How many members does the Security Council have?";
    private static readonly LocatorAssertionsToBeInViewportOptions Whole = new() { Ratio = 0.98f };

    private const string Nonsense = "What did the leaders eat on board the orbital station Mir in 1987?";

    [Fact]
    public async Task APage_LoadsOneScriptAndNothingMoreBeforeTheWidgetIsOpened()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        var requested = new List<string>();
        window.Request += (_, request) => requested.Add(request.Url);

        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await Assertions.Expect(page.Launcher).ToBeVisibleAsync();

        Assert.Equal(
            [$"{host.Address}widget.js"],
            requested.Where(r =>
                !r.StartsWith(host.Site.Origin, StringComparison.Ordinal)
                && !r.StartsWith("data:", StringComparison.Ordinal)
            )
        );
        await page.OpenPanelAsync();
        Assert.Empty(await window.CookiesAsync());
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AQuestion_IsAnsweredAndItsNumberLeadsToTheHighlightedSentence()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync(Why);

        await Assertions.Expect(answer).ToContainTextAsync("strong interest in rocketry");
        await answer.Locator(".chip").First.HoverAsync();
        await Assertions.Expect(answer.Locator(".card").First).ToBeVisibleAsync();
        await Assertions.Expect(answer.Locator(".card").First).ToContainTextAsync("Sep 13, 2023");
        await page.PictureAsync("widget-answer", page.Panel);
        IPage article = await page.FollowCitationAsync(answer);
        await Assertions.Expect(article.Locator("mark")).ToContainTextAsync("strong interest in rocketry");
        await Assertions.Expect(article.Locator("mark")).ToBeInViewportAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task TheGreeting_OffersQuestionsAsButtonsThatAsk()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        ILocator questions = page.Panel.Locator(".suggestion");
        await Assertions.Expect(questions).ToHaveCountAsync(3);
        string question = await questions.First.InnerTextAsync();
        await Assertions.Expect(page.Panel.Locator(".greeting")).Not.ToContainTextAsync(question);
        await page.PictureAsync("widget-greeting");

        await questions.First.ClickAsync();

        await page.AnswerAsync(0);
        await Assertions.Expect(page.Questions).ToHaveTextAsync([question]);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AFollowUp_IsUnderstoodAndAShortAnswerStandsOut()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator first = await page.AskAsync(HowMany);
        await Assertions.Expect(first.Locator(".short")).ToHaveTextAsync("15");
        await first.Locator(".chip").First.HoverAsync();
        await Assertions.Expect(first.Locator(".card").First).ToBeVisibleAsync();
        // docs/widget.md shows it as docs/widget.png.
        await page.PictureAsync("widget-short-answer", page.Panel);
        ILocator second = await page.AskAsync("How many of them are permanent?");

        await Assertions
            .Expect(second)
            .ToContainTextAsync(new Regex("permanent", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.PictureAsync("widget-follow-up");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AShortAnswer_StandsOutWhereTheSentenceGivesIt()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync("How many zebras did the keeper of the Kattegat zoo buy?");

        await Assertions.Expect(answer.Locator(".short")).ToHaveTextAsync("5");
        Assert.StartsWith(
            "In 2015 the keeper of the Kattegat zoo bought <strong>5</strong> zebras.",
            await answer.Locator(".body p:not(.short)").First.InnerHTMLAsync(),
            StringComparison.Ordinal
        );
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AFootnoteMarkOfAnArticle_IsTextAndNoNumberToPress()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync("Who built the melon house of Kattegat?");

        await Assertions.Expect(answer.Locator(".body p").Last).ToContainTextAsync(ShippedHost.MelonSentence);
        await Assertions.Expect(answer.Locator(".chip").First).ToHaveTextAsync("1");
        Assert.Equal(
            await answer.Locator(".sources li").CountAsync(),
            await answer.Locator(".chip, .pending").CountAsync()
        );
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ARefusal_NamesTheClosestArticles()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync(Nonsense);

        await Assertions.Expect(answer).ToContainTextAsync("The articles don't say");
        await Assertions.Expect(answer.Locator(".links a").First).ToHaveAttributeAsync("href", ArticleAddress());
        await Assertions.Expect(answer.Locator(".chip")).ToHaveCountAsync(0);
        await page.PictureAsync("widget-refusal");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ADisagreement_ShowsBothSides()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync("How much did the bridge of Skagen cost?");

        await Assertions.Expect(answer.Locator(".side")).ToHaveCountAsync(2);
        await page.PictureAsync("widget-disagreement");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task Feedback_WithAComment_ReachesTheOperator()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        ILocator answer = await page.AskAsync(Why);
        string comment = $"Too short {Guid.NewGuid():N}";

        await answer.GetByRole(AriaRole.Button, new() { Name = "Not helpful" }).ClickAsync();
        await answer.GetByRole(AriaRole.Textbox).FillAsync(comment);
        await answer.GetByRole(AriaRole.Textbox).PressAsync("Enter");

        await Assertions.Expect(answer).ToContainTextAsync("Thank you for the feedback.");
        await Assertions
            .Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Not helpful" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await AdminExport.UntilItHasAsync(host, Why, "dislike", comment);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ACopiedAnswer_HasItsNumberedSources()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        await window.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        ILocator answer = await page.AskAsync(Why);

        await answer.GetByRole(AriaRole.Button, new() { Name = "Copy answer with sources" }).ClickAsync();

        await Assertions.Expect(page.Panel.Locator("[aria-live=polite]")).ToHaveTextAsync("Copied.");
        string copied = await page.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Matches(
            "rocketry\\. \\[1\\]\n\nSources\n\\[1\\] Putin and Kim .*, Sep 13, 2023\n +“.*rocketry\\.”\n +http",
            copied
        );
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AReload_KeepsTheConversationAndThePanel()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        await page.AskAsync(Why);
        await page.AskAsync(Nonsense);

        await page.Page.ReloadAsync();

        await Assertions.Expect(page.Questions).ToHaveTextAsync([Why, Nonsense]);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(2);
        await Assertions.Expect(page.Answers.First).ToContainTextAsync("strong interest in rocketry");
        await Assertions.Expect(page.Answers.First.Locator(".chip")).ToHaveCountAsync(1);
        await page.AskAsync(HowMany);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(3);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ANewConversation_IsBegunWhenThatIsConfirmed_AndTheOldOneStaysInAList()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        ILocator list = page.Button("Earlier conversations");
        await page.AskAsync(Why);
        await Assertions.Expect(list).ToBeHiddenAsync();

        await page.Button("New conversation").ClickAsync();
        await page.AssertAccessibleAsync();
        await page.PictureAsync("widget-confirmation", page.Panel);
        await page.Button("Cancel").ClickAsync();
        await Assertions.Expect(page.Questions).ToHaveTextAsync([Why]);
        await page.Button("New conversation").ClickAsync();
        await page.Button("Begin").ClickAsync();

        await Assertions.Expect(page.Answers).ToHaveCountAsync(0);
        await page.AskAsync(HowMany);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Questions).ToHaveTextAsync([HowMany]);
        await list.ClickAsync();
        await page.AssertAccessibleAsync();
        await page.PictureAsync("widget-earlier", page.Panel);
        await page.Button(Why).ClickAsync();
        await Assertions.Expect(page.Questions).ToHaveTextAsync([Why]);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(1);
        await list.ClickAsync();
        await Assertions.Expect(page.Button(HowMany)).ToBeVisibleAsync();
        await page.Button("Forget them all").ClickAsync();
        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(page.Questions).ToHaveTextAsync([Why]);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ALongConversation_ShowsItsEndWithSuggestionsAndTimes_AndNoCardCoversAnAnswer()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        string[] questions = [Why, HowMany, "Who met?"];

        for (int i = 0; i < questions.Length; i++)
        {
            ILocator answer = await page.AskAsync(questions[i]);

            await Assertions.Expect(answer.Locator(".at")).ToBeInViewportAsync();
            if (i == questions.Length - 1)
            {
                // Found in the background since the first answer, which is about the same article.
                await Assertions.Expect(page.Panel.Locator(".suggestion").Last).ToBeInViewportAsync(Whole);
            }

            await answer.Locator(".chip").First.HoverAsync();
            ILocator card = answer.Locator(".card").First;
            await Assertions.Expect(card).ToBeInViewportAsync(Whole);
            LocatorBoundingBoxResult over = (await card.BoundingBoxAsync())!;
            LocatorBoundingBoxResult text = (await answer.Locator(".body").BoundingBoxAsync())!;
            Assert.True(
                over.Y >= text.Y + text.Height || over.Y + over.Height <= text.Y,
                $"The card of answer {i + 1} covers its text."
            );
        }

        await page.PictureAsync("widget-card", page.Panel);
        await Assertions.Expect(page.Panel.Locator(".mine .at")).ToHaveCountAsync(questions.Length);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task AQuestionNearTheLimit_HasACounter()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        ILocator counter = page.Panel.Locator(".count");

        await page.Input.FillAsync(new string('x', 1_799));
        await Assertions.Expect(counter).ToBeHiddenAsync();
        await page.Input.PressAsync("x");
        await Assertions.Expect(counter).ToHaveTextAsync("1,800 / 2,000");
        await page.PictureAsync("widget-counter", page.Panel);
        await page.Input.FillAsync("");

        await Assertions.Expect(counter).ToBeHiddenAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task TwoTabs_ShareOneConversation()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage first = await WidgetPage.OpenAsync(window, host.Site.With());
        await first.OpenPanelAsync();
        await first.AskAsync(Why);
        WidgetPage second = await WidgetPage.OpenAsync(window, host.Site.With());
        await second.OpenPanelAsync();
        await Assertions.Expect(second.Questions).ToHaveTextAsync([Why]);

        await second.AskAsync(HowMany);

        await Assertions.Expect(first.Questions).ToHaveTextAsync([Why, HowMany]);
        await Assertions.Expect(first.Answers.Nth(1)).ToContainTextAsync("15");
        await Assertions.Expect(second.Answers).ToHaveCountAsync(2);
        first.AssertNoErrors();
        second.AssertNoErrors();
    }

    [Fact]
    public async Task ARestartOfTheServer_IsShownAndTheConversationContinues()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        await page.AskAsync(HowMany);

        await host.StopAsync();
        await Assertions.Expect(page.Panel.GetByRole(AriaRole.Status).First).ToContainTextAsync("Connection lost");
        await page.Input.FillAsync("How many of them are permanent?");
        await page.Input.PressAsync("Enter");
        await host.StartAsync();

        await page.AnswerAsync(1);
        await Assertions.Expect(page.Questions).ToHaveTextAsync([HowMany, "How many of them are permanent?"]);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(2);
        await Assertions.Expect(page.Answers.Nth(1)).ToContainTextAsync("permanent");
        page.AssertNoErrors(isNetworkLost: true);
    }

    [Fact]
    public async Task AnOfflineBrowser_SaysSoAndSendsTheQuestionWhenItIsBack()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();
        await page.AskAsync(Why);

        await window.SetOfflineAsync(true);
        await Assertions.Expect(page.Panel.GetByRole(AriaRole.Status).First).ToContainTextAsync("You are offline");
        await page.PictureAsync("widget-offline");
        await page.Input.FillAsync(HowMany);
        await page.Input.PressAsync("Enter");
        await window.SetOfflineAsync(false);

        await page.AnswerAsync(1);
        await Assertions.Expect(page.Questions).ToHaveTextAsync([Why, HowMany]);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(2);
        page.AssertNoErrors(isNetworkLost: true);
    }

    [GeneratedRegex("/articles/[a-z0-9-]+$", RegexOptions.None, 1_000)]
    private static partial Regex ArticleAddress();
}
