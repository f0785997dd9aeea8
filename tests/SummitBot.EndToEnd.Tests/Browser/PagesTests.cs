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
