using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>The host's own pages in a browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class PagesTests(Chromium chromium, ShippedHost host)
{
    [Fact]
    public async Task TheStartPage_HasABoxAndSampleQuestionsThatAsk()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Address.AbsoluteUri);
        await page.PictureAsync("start-closed");
        ILocator samples = page.Page.Locator("button[data-ask]");
        await Assertions.Expect(samples).ToHaveCountAsync(3);
        string question = await samples.First.InnerTextAsync();

        await samples.First.ClickAsync();

        await Assertions.Expect((await page.AnswerAsync(0)).Locator(".chip").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Questions).ToHaveTextAsync([question]);
        await page.Page.GetByRole(AriaRole.Searchbox).FillAsync("Who met?");
        await page.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await page.AnswerAsync(1);
        await Assertions.Expect(page.Questions).ToHaveTextAsync([question, "Who met?"]);
        await page.PictureAsync("start");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task TheCodeToEmbedTheChat_IsCopiedByAButton()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        await window.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Address.AbsoluteUri);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal(
            $"<script src=\"{host.Address}widget.js\" data-title=\"Ask the articles\" async></script>",
            await page.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")
        );
        page.AssertNoErrors();
    }

    [Theory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("articles", ColorScheme.Light)]
    [InlineData("articles?q=rocket", ColorScheme.Dark)]
    [InlineData("articles/vostochny-summit?start=671&end=807", ColorScheme.Light)]
    [InlineData("articles/vostochny-summit?start=671&end=807", ColorScheme.Dark)]
    [InlineData("nothing-here", ColorScheme.Light)]
    [InlineData("admin", ColorScheme.Light)]
    [InlineData("admin", ColorScheme.Dark)]
    [InlineData("admin/questions", ColorScheme.Light)]
    [InlineData("admin/sources", ColorScheme.Dark)]
    public async Task APage_IsAccessibleAndFitsAPhone(string address, ColorScheme scheme)
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 320, Height = 640 },
                ColorScheme = scheme,
                HttpCredentials = new HttpCredentials { Username = "operator", Password = ShippedHost.AdminKey },
            }
        );
        OwnPage page = await OwnPage.OpenAsync(window, host.Address + address);

        Assert.Equal(320, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.AssertAccessibleAsync();
        string name = address.Split('?')[0].Replace('/', '-');
        await page.PictureAsync($"page-{name}-{scheme.ToString().ToLowerInvariant()}");
    }

    [Fact]
    public async Task TheStartPage_IsInTheVisitorsLanguage()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
                Locale = "ar-EG",
            }
        );
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Address.AbsoluteUri);

        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("اسأل المقالات");
        await page.AssertAccessibleAsync();
        await page.PictureAsync("start-arabic");
        await page.Page.GetByRole(AriaRole.Searchbox).FillAsync("Who met?");
        await page.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await page.AnswerAsync(0);
        await page.PictureAsync("start-arabic-open");
        page.AssertNoErrors();
    }

    [Fact]
    public async Task OnAPhone_TheLauncherCoversNoSampleQuestion_AndOpensTheWholeChat()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 320, Height = 640 },
            }
        );
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Address.AbsoluteUri);
        ILocator samples = page.Page.Locator("button[data-ask]");
        await Assertions.Expect(samples).ToHaveCountAsync(3);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Searchbox)).ToBeInViewportAsync();
        await Assertions.Expect(page.Page.Locator(".hero summitbot-widget")).ToHaveCountAsync(1);

        for (int i = 0; i < 3; i++)
        {
            await samples.Nth(i).ScrollIntoViewIfNeededAsync();
            LocatorBoundingBoxResult sample = (await samples.Nth(i).BoundingBoxAsync())!;
            LocatorBoundingBoxResult launcher = (await page.Launcher.BoundingBoxAsync())!;
            Assert.True(launcher.Y >= sample.Y + sample.Height, $"The launcher covers question {i + 1}.");
        }

        await page.PictureAsync("start-phone");
        await page.OpenPanelAsync();
        await Assertions.Expect(await page.AskAsync("Who met?")).ToBeInViewportAsync();
        await page.PictureAsync("start-phone-open");
        LocatorBoundingBoxResult panel = (await page.Panel.BoundingBoxAsync())!;
        Assert.Equal((0, 0, 320, 640), (panel.X, panel.Y, panel.Width, panel.Height));
        page.AssertNoErrors();
    }

    [Fact]
    public async Task ATableForOperators_ScrollsToItsLastColumnOnAPhone()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 320, Height = 640 },
                HttpCredentials = new HttpCredentials { Username = "operator", Password = ShippedHost.AdminKey },
            }
        );
        WidgetPage start = await WidgetPage.OpenAsync(window, host.Site.With());
        await start.OpenPanelAsync();
        const string asked = "Why was the Vostochny Cosmodrome chosen for the meeting?";
        await start.AskAsync(asked);
        OwnPage page = await OwnPage.OpenAsync(window, $"{host.Address}admin");
        ILocator table = page.Page.Locator("table").Last;
        // The host stores an answer after sending it: the page may have been opened before that.
        await page.ReloadUntilThereAsync(table.GetByText(asked));
        ILocator last = table.Locator("tbody tr").First.Locator("td").Last;
        await Assertions.Expect(last).Not.ToBeInViewportAsync();

        await table.Locator("..").FocusAsync();
        await page.PictureAsync("page-admin-table");
        await last.ScrollIntoViewIfNeededAsync();

        await Assertions.Expect(last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        ILocator question = table.Locator("tbody tr").First.Locator("td").Nth(2);
        Assert.True((await question.BoundingBoxAsync())!.Width >= 200, "The question's column is too narrow to read.");
        Assert.Equal(320, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    /// <summary>On a wide screen and on a phone, light and dark, from left to right and from right to left.</summary>
    [Theory]
    [InlineData("en-US", 1100, ColorScheme.Light)]
    [InlineData("en-US", 320, ColorScheme.Dark)]
    [InlineData("ar-EG", 320, ColorScheme.Light)]
    public async Task AnOperator_FindsAnAnswer_MarksItAsWrong_AndTakesTheMarkBack(
        string locale,
        int width,
        ColorScheme scheme
    )
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                ColorScheme = scheme,
                Locale = locale,
                HttpCredentials = new HttpCredentials { Username = "operator", Password = ShippedHost.AdminKey },
            }
        );
        string name = $"admin-{locale[..2]}-{width}-{scheme.ToString().ToLowerInvariant()}";
        await using (IBrowserContext visitor = await chromium.NewWindowAsync())
        {
            WidgetPage start = await WidgetPage.OpenAsync(visitor, host.Site.With());
            await start.OpenPanelAsync();
            await start.AskAsync($"How many zebras did the keeper of the Kattegat zoo buy for {name}?");
            await start.Panel.GetByRole(AriaRole.Button, new() { Name = "Not helpful" }).Last.ClickAsync();
        }

        OwnPage page = await OwnPage.OpenAsync(window, $"{host.Address}admin/questions?q={name}");
        ILocator found = page.Page.Locator("main li > a");
        await page.ReloadUntilThereAsync(found);
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"{name}-questions");

        await found.First.ClickAsync();
        ILocator turn = page.Page.Locator("section.turn:target");
        await turn.Locator("input[name=q]").FillAsync("melon house of Kattegat");
        await turn.Locator("form[role=search] button").ClickAsync();
        await turn.Locator("input[value=kattegat]").CheckAsync();
        await turn.Locator("input[name=answer]").FillAsync("5 zebras");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"{name}-conversation");
        Assert.Equal(width, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await turn.Locator("form[method=post] button").Last.ClickAsync();

        await Assertions.Expect(turn.Locator(".marked")).ToContainTextAsync("kattegat: 5 zebras");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"{name}-marked", turn);
        await turn.Locator(".marked button").ClickAsync();
        await Assertions.Expect(turn.Locator(".marked")).ToHaveCountAsync(0);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task APageOfAnotherSite_MarksNothing_ThoughTheBrowserKnowsTheKey()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                HttpCredentials = new HttpCredentials { Username = "operator", Password = ShippedHost.AdminKey },
            }
        );
        OwnPage page = await OwnPage.OpenAsync(window, $"{host.Address}admin");
        string action = $"{host.Address}admin/turns/1/correct";
        await window.RouteAsync(
            "http://evil.example/",
            route =>
                route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        ContentType = "text/html",
                        Body =
                            $"<form method=post action=\"{action}\"><button name=article value=''>Win</button></form>",
                    }
                )
        );
        await page.Page.GotoAsync("http://evil.example/");

        IResponse response = await page.Page.RunAndWaitForResponseAsync(
            () => page.Page.GetByRole(AriaRole.Button).ClickAsync(),
            r => r.Url == action && r.Status != 401
        );

        Assert.Equal(403, response.Status);
        await Assertions.Expect(page.Page.GetByText("changed nothing")).ToBeVisibleAsync();
    }

    private sealed class OwnPage : WatchedPage
    {
        private OwnPage(IPage page)
            : base(page) { }

        public static async Task<OwnPage> OpenAsync(IBrowserContext window, string address)
        {
            var page = new OwnPage(await window.NewPageAsync());
            await page.Page.GotoAsync(address);
            return page;
        }

        public async Task ReloadUntilThereAsync(ILocator what)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(Chromium.Timeout));
            while (await what.CountAsync() == 0)
            {
                limit.Token.ThrowIfCancellationRequested();
                await Page.ReloadAsync();
            }
        }
    }
}
