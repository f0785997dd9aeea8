using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitBot.EndToEnd.Tests.Teams;

/// <summary>The Playground's page, as a person uses it.</summary>
internal sealed partial class PlaygroundPage
{
    private readonly ConcurrentQueue<JsonElement> _frames = new();

    private PlaygroundPage(IPage page)
    {
        Page = page;
        page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) =>
            {
                if (frame.Text is { } text && text.StartsWith('{'))
                {
                    _frames.Enqueue(JsonElement.Parse(text));
                }
            };
    }

    public IPage Page { get; }

    public ILocator Likes => Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true });

    public ILocator Label => Page.GetByText("AI generated", new() { Exact = true });

    /// <summary>The pieces of streamed messages, in their order, with the ids of their streams.</summary>
    public IReadOnlyList<(string? Type, string? Stream, string Text)> Pieces =>
        [
            .. _frames
                .Where(f => f.TryGetProperty("message", out _))
                .Select(f => f.GetProperty("message"))
                .Where(m =>
                    m.TryGetProperty("streamEntity", out JsonElement stream) && stream.ValueKind == JsonValueKind.Object
                )
                .Select(m => (Stream: m.GetProperty("streamEntity"), Text: GetText(m, "text") ?? ""))
                .Select(m => (GetText(m.Stream, "streamType"), GetText(m.Stream, "streamId"), m.Text)),
        ];

    /// <summary>Waits for the first piece of a type.</summary>
    public async Task UntilPieceAsync(string type)
    {
        const int pauses = 1_200;
        for (int i = 0; i < pauses && !Pieces.Any(p => p.Type == type); i++)
        {
            await Page.WaitForTimeoutAsync(50);
        }
    }

    private ILocator Input => Page.GetByRole(AriaRole.Textbox);

    public static async Task<PlaygroundPage> OpenAsync(IBrowserContext window, Uri address)
    {
        // Its fonts are on the internet.
        await window.RouteAsync(Foreign(), route => route.AbortAsync());
        var page = new PlaygroundPage(await window.NewPageAsync());
        await page.Page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async Task SayAsync(string text)
    {
        await Input.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens the group and begins a message that mentions the bot.</summary>
    public async Task MentionInGroupAsync()
    {
        ILocator bot = Page.GetByRole(AriaRole.Menuitem, new() { Name = "Test Bot" });
        // While the page is loading it goes back to the personal chat, whose box offers nobody.
        for (int i = 0; i < 20 && !await bot.IsVisibleAsync(); i++)
        {
            await Page.GetByRole(AriaRole.Treeitem, new() { Name = "Group Chat" }).ClickAsync();
            await Input.ClickAsync();
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.TypeAsync("@Test");
            await Page.WaitForTimeoutAsync(700);
        }

        await bot.ClickAsync();
    }

    /// <summary>The inline mark of a citation of the last message.</summary>
    public ILocator Mark(int number) =>
        Page.Locator("a[role=button]")
            .Filter(new() { HasTextRegex = new Regex($"^{number}$", RegexOptions.None, TimeSpan.FromSeconds(1)) })
            .Last;

    /// <summary>The window that opens for a thumb or a citation.</summary>
    public ILocator Window(string text) => Page.Locator("[role=dialog]").Filter(new() { HasText = text });

    /// <summary>Keeps a picture among the build's artefacts.</summary>
    /// <param name="height">Of the upper part of the conversation, in pixels.</param>
    public async Task PictureAsync(string name, int height)
    {
        await Page.EvaluateAsync(
            """
            () => Promise.allSettled(
              document.getAnimations()
                .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
                .map((animation) => animation.finished))
            """
        );
        await Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Repository.GetPath(".artifacts", "screenshots", $"{name}.png"),
                Clip = new Clip
                {
                    X = 332,
                    Y = 54,
                    Width = 936,
                    Height = height,
                },
            }
        );
    }

    private static string? GetText(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    [GeneratedRegex("^https?://(?!localhost[:/]|127\\.0\\.0\\.1[:/])", RegexOptions.None, 1_000)]
    private static partial Regex Foreign();
}
