using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>The page with Microsoft's Web Chat, as a user sees it.</summary>
internal sealed class WebChatPage : WatchedPage
{
    private const string NotHere = "The host was built without npm, so without Microsoft's Web Chat.";

    private WebChatPage(IPage page)
        : base(page) { }

    public ILocator Input => Page.GetByRole(AriaRole.Textbox, new() { Name = "Message input box" });

    /// <summary>The visitor's messages, oldest first.</summary>
    public ILocator Questions => Page.Locator(".webchat__bubble--from-user .webchat__text-content");

    /// <summary>The bot's messages, greeting first.</summary>
    public ILocator Messages => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");

    /// <summary>All messages, from top to bottom.</summary>
    public ILocator Bubbles => Page.Locator(".webchat__bubble");

    /// <summary>Opens the page and waits for the greeting. Skips the test on a build without Web Chat.</summary>
    public static async Task<WebChatPage> OpenAsync(IBrowserContext window, ShippedHost host)
    {
        var page = new WebChatPage(await window.NewPageAsync());
        IResponse response = (await page.Page.GotoAsync($"{host.Address}webchat"))!;
        Assert.SkipWhen(response.Status == 404, NotHere);
        await Assertions.Expect(page.Messages.First).ToContainTextAsync("Hello!");
        return page;
    }

    /// <summary>Sends the question with Enter and waits for the whole answer.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        int before = await Messages.CountAsync();
        await Input.FillAsync(question);
        await Input.PressAsync("Enter");
        return await AnswerAsync(before);
    }

    /// <summary>
    /// The bot's complete message with that index: only a complete one has suggested questions or sources.
    /// </summary>
    public async Task<ILocator> AnswerAsync(int index)
    {
        ILocator answer = Messages.Nth(index);
        await Assertions.Expect(answer).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".webchat__typingIndicator")).ToHaveCountAsync(0);
        return answer;
    }

    /// <summary>Follows the answer's first reference, which opens a new tab.</summary>
    public async Task<IPage> FollowCitationAsync(ILocator answer)
    {
        ILocator link = answer.Locator("a.webchat__link-definitions__list-item-box").First;
        IPage article = await Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await article.WaitForLoadStateAsync();
        return article;
    }
}
