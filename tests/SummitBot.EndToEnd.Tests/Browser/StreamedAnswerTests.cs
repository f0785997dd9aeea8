using Microsoft.Playwright;
using SummitBot.EndToEnd.Tests.Models;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>An answer that is streamed while the visitor reads.</summary>
[Collection(BrowserTests.Name)]
public sealed class StreamedAnswerTests(Chromium chromium) : IAsyncLifetime
{
    private const string Question = "What did Putin explain to reporters about the Vostochny site?";

    /// <summary>Different from the extractive answer, which is shown until the model says something.</summary>
    private const string First =
        "He noted that both sides would discuss a wide range of issues, adding that there was time to cover everything without rushing the process.";

    private const string Second =
        "Before the session began, Putin explained to reporters that the Vostochny site was chosen because Kim has a strong interest in rocketry.";

    private readonly SlowModel _model = new(First, Second);
    private ShippedHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = new ShippedHost(_model.Settings);
        await _host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _model.SayTheRest();
        await _host.DisposeAsync();
        _model.Dispose();
    }

    [Fact]
    public async Task TheWidget_ShowsASentenceWhileTheNextIsWritten()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, _host.Site.With());
        await page.OpenPanelAsync();
        await page.Input.FillAsync(Question);
        await page.Input.PressAsync("Enter");

        await Assertions.Expect(page.Answers.First).ToContainTextAsync(First);
        await Assertions.Expect(page.Answers.First).ToHaveAttributeAsync("aria-busy", "true");
        await page.PictureAsync("widget-streaming");
        _model.SayTheRest();

        ILocator answer = await page.AnswerAsync(0);
        await Assertions.Expect(answer).ToContainTextAsync(Second);
        await Assertions.Expect(answer.Locator(".chip")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Answers).ToHaveCountAsync(1);
        await page.AssertStreamedAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task TheWidgetsStopButton_EndsAnAnswerWithWhatWasWritten()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, _host.Site.With());
        await page.OpenPanelAsync();
        await Assertions.Expect(page.Button("Stop")).ToBeHiddenAsync();
        await page.Input.FillAsync(Question);
        await page.Input.PressAsync("Enter");
        await Assertions.Expect(page.Answers.First).ToContainTextAsync(First);

        await page.Button("Stop").FocusAsync();
        await page.PictureAsync("widget-stop", page.Panel);
        await page.Button("Stop").ClickAsync();

        ILocator answer = await page.AnswerAsync(0);
        await Assertions.Expect(answer).ToContainTextAsync(First);
        await Assertions.Expect(answer).Not.ToContainTextAsync(Second);
        await Assertions.Expect(answer.Locator(".chip")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Button("Stop")).ToBeHiddenAsync();
        await Assertions.Expect(page.Input).ToBeFocusedAsync();
        page.AssertNoErrors();
    }

    [Fact]
    public async Task WebChat_ShowsASentenceWhileTheNextIsWritten()
    {
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WebChatPage page = await WebChatPage.OpenAsync(window, _host);
        await page.Input.FillAsync(Question);
        await page.Input.PressAsync("Enter");

        await Assertions.Expect(page.Messages.Nth(1)).ToContainTextAsync(First);
        await Assertions.Expect(page.Messages.Nth(1)).Not.ToContainTextAsync(Second);
        _model.SayTheRest();

        await Assertions.Expect(page.Messages.Nth(1)).ToContainTextAsync(Second);
        await Assertions.Expect(page.Messages).ToHaveCountAsync(2);
        await page.AssertStreamedAsync();
        page.AssertNoErrors();
    }
}
