using SummitBot.Web.Markup;

namespace SummitBot.Web.WebChat;

/// <summary>The page that Web Chat is rendered into.</summary>
internal static class WebChatPage
{
    /// <param name="nonce">What the page's policy lets Web Chat's own styles pass by.</param>
    public static Page Create(string nonce) =>
        new(
            "Web Chat",
            Html.From(
                $"""
                <div class="bar"><h1>Microsoft’s Web Chat</h1> <button type="button" id="restart">New conversation</button></div>
                <div id="webchat" data-nonce="{nonce}"></div>
                <noscript><p>The chat needs a script; <a href="/articles">reading the articles</a> does not.</p></noscript>
                <script src="/webchat/webchat.js" defer></script>
                <script src="/webchat/start.js" defer></script>
                """
            )
        )
        {
            Class = "webchat",
        };
}
