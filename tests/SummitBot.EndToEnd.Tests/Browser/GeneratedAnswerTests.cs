using Microsoft.Playwright;
using SummitBot.EndToEnd.Tests.Models;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>What the widget says of an answer that a model worded, or should have worded.</summary>
[Collection(BrowserTests.Name)]
public sealed class GeneratedAnswerTests(Chromium chromium)
{
    private const string Question = "What did Putin explain to reporters about the Vostochny site?";
    private const string Label = "Worded by AI; it may contain mistakes.";

    private const string Close =
        "He noted that both sides would discuss a wide range of issues, adding that there was time to cover everything without rushing the process.";

    private const string Free =
        "Before the session began, Putin explained to reporters that the Vostochny site was chosen because Kim has a strong interest in rocketry.";

    [Fact]
    public async Task AModelsAnswer_IsLabelled_AndWhatItWordedFreelyHasTheSourceBesideIt()
    {
        using var model = new SlowModel(Close, Free) { Wording = Freely };
        model.SayTheRest();
        await using var host = new ShippedHost(model.Settings);
        await host.InitializeAsync();
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync(Question);

        await Assertions.Expect(answer.Locator(".body > p").First).ToContainTextAsync(Freely(Free));
        await Assertions.Expect(answer.Locator("p > q")).ToHaveTextAsync([Free]);
        await Assertions.Expect(answer.GetByText(Label)).ToBeVisibleAsync();
        await Assertions.Expect(page.Panel.GetByText("Answers are based on the articles.")).ToBeVisibleAsync();
        await page.PictureAsync("widget-worded");
        await page.AssertAccessibleAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Answers.Locator("p > q")).ToHaveTextAsync([Free]);
        page.AssertNoErrors();
    }

    [Fact]
    public async Task WhereTheModelFails_ANoteSaysSo_AndThereIsNoLabel()
    {
        var model = new SlowModel(Close, Free);
        model.Dispose();
        await using var host = new ShippedHost(model.Settings);
        await host.InitializeAsync();
        await using IBrowserContext window = await chromium.NewWindowAsync();
        WidgetPage page = await WidgetPage.OpenAsync(window, host.Site.With());
        await page.OpenPanelAsync();

        ILocator answer = await page.AskAsync(Question);

        await Assertions
            .Expect(answer)
            .ToContainTextAsync("The language model gave no usable answer; this comes straight from the articles.");
        await Assertions.Expect(answer.GetByText(Label)).ToHaveCountAsync(0);
        page.AssertNoErrors();
    }

    private static string Freely(string sentence) =>
        sentence.Replace("Putin explained", "Putin quickly explained", StringComparison.Ordinal);
}
