using System.Text.Json;
using Microsoft.Playwright;
using SummitBot.EndToEnd.Tests.Browser;
using SummitBot.EndToEnd.Tests.Models;
using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Teams;

/// <summary>The running bot in Microsoft 365 Agents Playground, in Chromium: what people in Teams see.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlaygroundTests(Chromium chromium) : IAsyncLifetime
{
    private const string Why = "Why was the Vostochny Cosmodrome chosen for the meeting?";
    private const string Welcome = "Ask me, for example:";
    private const string First =
        "Before the session began, Putin explained to reporters that the Vostochny site was chosen because Kim has a strong interest in rocketry.";
    private const string Second =
        "The summit is expected to run for several hours, following a previous encounter in 2019 that lasted about three and a half hours.";

    private readonly TemporaryFolder _folder = new();
    private readonly SlowModel _model = new(First, Second);
    private WebProcess? _host;
    private Playground? _playground;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(
            Playground.IsInstalled,
            "This test needs Node and Microsoft 365 Agents Playground, which tests/run.sh installs where there is npm."
        );
        _host = WebProcess.Start(
            _folder.FullPath,
            [],
            [
                ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
                ("SummitBot__PublicUrl", "https://bot.example.org"),
                ("SummitBot__Corpus__Paths__0", Repository.GetPath("corpus")),
                ("SummitBot__Storage__Path", _folder["bot.db"]),
                .. _model.Settings,
            ]
        );
        Uri bot = await _host.AddressAsync();
        await _host.UntilOutputHasAsync("Ready: ");
        _playground = await Playground.StartAsync(bot);
    }

    [Fact]
    public async Task APersonalChat_GreetsOnce_StreamsTheAnswer_AndTakesFeedback()
    {
        await using IBrowserContext window = await WindowAsync();
        PlaygroundPage page = await PlaygroundPage.OpenAsync(window, _playground!.Address);
        await Assertions.Expect(page.Page.GetByText(Welcome)).ToHaveCountAsync(1);
        await page.PictureAsync("playground-welcome", 200);

        // A model that answers within half a second leaves no time for the line that comes before its text.
        _model.WaitsToBegin = true;
        await page.SayAsync(Why);
        await page.UntilPieceAsync("informative");
        _model.SayTheFirst();
        await Assertions.Expect(page.Page.GetByText(First).Last).ToBeVisibleAsync();
        _model.SayTheRest();

        await Assertions.Expect(page.Page.GetByText(Second).Last).ToBeVisibleAsync();
        await Assertions.Expect(page.Label).ToHaveCountAsync(1);
        Assert.Equal(["informative", "streaming", "final"], page.Pieces.Select(p => p.Type).Distinct());
        Assert.Contains(
            page.Pieces,
            p =>
                p.Type == "streaming"
                && p.Text.Contains(First, StringComparison.Ordinal)
                && !p.Text.Contains(Second, StringComparison.Ordinal)
        );
        Assert.Single(page.Pieces.Select(p => p.Stream).OfType<string>().Distinct());

        await page.Likes.Last.ClickAsync();
        ILocator dialog = page.Window("Submit feedback");
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("Just what I needed.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();

        JsonElement feedback = await FeedbackAsync();
        Assert.Equal("like", feedback.GetProperty("reaction").GetString());
        Assert.Equal(Why, feedback.GetProperty("question").GetString());
        Assert.Equal("Just what I needed.", feedback.GetProperty("comment").GetString());
        await Assertions.Expect(page.Page.GetByText(Welcome)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task AMentionInAGroup_IsAnsweredInOneMessage_WhichIsUpdated_AndWhoseCitationsOpen()
    {
        await using IBrowserContext window = await WindowAsync();
        PlaygroundPage page = await PlaygroundPage.OpenAsync(window, _playground!.Address);

        await page.MentionInGroupAsync();
        await Assertions.Expect(page.Page.GetByText(Welcome).Last).ToBeVisibleAsync();
        await page.Page.Keyboard.TypeAsync($" {Why}");
        await page.Page.Keyboard.PressAsync("Enter");
        // The quoted answer, which has another second sentence.
        await Assertions.Expect(page.Label).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.GetByText(Second)).ToHaveCountAsync(0);
        _model.SayTheRest();
        await Assertions.Expect(page.Page.GetByText(Second).Last).ToBeVisibleAsync();

        await page.Mark(1).HoverAsync();
        ILocator source = page.Window("Putin and Kim Jong-un meet at the Vostochny Cosmodrome");
        await Assertions.Expect(source).ToContainTextAsync("strong interest in rocketry");
        await Assertions.Expect(page.Label).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.GetByText("You could also ask:").Last).ToBeVisibleAsync();
        Assert.Empty(page.Pieces);
        // docs/teams.md shows it as docs/teams.png.
        await page.PictureAsync("playground-answer", 468);
    }

    public async ValueTask DisposeAsync()
    {
        if (_playground is not null)
        {
            await _playground.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _model.SayTheFirst();
        _model.SayTheRest();
        _model.Dispose();
        _folder.Dispose();
    }

    /// <summary>Wide enough for the list of chats.</summary>
    private Task<IBrowserContext> WindowAsync() =>
        chromium.NewWindowAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1600, Height = 900 },
            }
        );

    /// <summary>What <c>summitbot feedback</c> lists, when it lists something.</summary>
    private async Task<JsonElement> FeedbackAsync()
    {
        using var cli = new CliFolder();
        for (int i = 0; i < 20; i++)
        {
            CliResult listed = await cli.RunAsync(
                ["feedback", "--json"],
                input: null,
                ("SummitBot__Storage__Path", _folder["bot.db"])
            );
            if (listed.Json.GetArrayLength() > 0)
            {
                return Assert.Single(listed.Json.EnumerateArray());
            }
        }

        throw new InvalidOperationException("The feedback never came.");
    }
}
