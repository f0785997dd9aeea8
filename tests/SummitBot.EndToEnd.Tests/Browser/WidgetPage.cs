using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>A page with the widget, as a user sees it: by visible elements and their names.</summary>
internal sealed class WidgetPage : WatchedPage
{
    private WidgetPage(IPage page)
        : base(page) { }

    public ILocator Launcher => Page.GetByRole(AriaRole.Button, new() { Name = "Ask the articles" });

    public ILocator Panel => Page.GetByRole(AriaRole.Dialog);

    public ILocator Input => Panel.GetByRole(AriaRole.Textbox, new() { Name = "Your question" });

    public ILocator Questions => Panel.Locator(".mine > p:first-of-type");

    public ILocator Answers => Panel.Locator(".answer");

    /// <summary>A button of the panel whose name contains this.</summary>
    public ILocator Button(string name) => Panel.GetByRole(AriaRole.Button, new() { Name = name });

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

    /// <summary>The complete answer with that index.</summary>
    public async Task<ILocator> AnswerAsync(int index)
    {
        ILocator answer = Answers.Nth(index);
        await Assertions.Expect(answer).ToHaveAttributeAsync("aria-busy", "false");
        return answer;
    }

    /// <summary>Follows the answer's first number to its sentence, which opens in a new tab.</summary>
    public async Task<IPage> FollowCitationAsync(ILocator answer)
    {
        await answer.Locator(".chip").First.HoverAsync();
        ILocator link = answer.GetByRole(AriaRole.Link, new() { Name = "Open at this sentence" }).First;
        IPage article = await Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await article.WaitForLoadStateAsync();
        return article;
    }
}
