using AngleSharp.Dom;

namespace SummitBot.Ingestion.Pages;

/// <summary>Classifies elements by name, role and classes.</summary>
internal static class PageElements
{
    private static readonly HashSet<string> FurnitureRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "alert",
        "status",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "form",
        "tooltip",
        "doc-pagelist",
    };

    /// <summary>Words in classes and ids that always indicate furniture.</summary>
    private static readonly HashSet<string> FurnitureWords = new(StringComparer.OrdinalIgnoreCase)
    {
        // Navigation
        "nav",
        "navbar",
        "navigation",
        "subnav",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "pager",
        "paging",
        "skip",
        "skiplink",
        "skiplinks",
        "sitemap",
        "megamenu",
        "hamburger",
        "masthead",
        "topbar",
        "sidebar",
        "sidenav",
        "rail",
        "prevnext",
        "toc",
        // Cookies and other banners
        "cookie",
        "cookies",
        "cookiebar",
        "consent",
        "gdpr",
        "ccpa",
        "onetrust",
        "cookiebot",
        "cmplz",
        "didomi",
        "usercentrics",
        "popup",
        "modal",
        "overlay",
        "interstitial",
        "toast",
        "offcanvas",
        // Sharing
        "share",
        "sharing",
        "sharebar",
        "sharebuttons",
        "sharedaddy",
        "sharethis",
        "addtoany",
        "a2a",
        "addthis",
        "social",
        "socials",
        "socialmedia",
        "sociallinks",
        "follow",
        "followus",
        "heateor",
        "shareaholic",
        "bookmark",
        "reactions",
        // Offers
        "newsletter",
        "newsletters",
        "subscribe",
        "subscription",
        "subscriptions",
        "signup",
        "mailchimp",
        "mc4wp",
        "optin",
        "donate",
        "donation",
        // Advertisements
        "ad",
        "ads",
        "advert",
        "adverts",
        "advertising",
        "advertisement",
        "advertisements",
        "adslot",
        "adsense",
        "adsbygoogle",
        "adbox",
        "adunit",
        "adcontainer",
        "adwrapper",
        "dfp",
        "gpt",
        "sponsor",
        "sponsored",
        "sponsors",
        "promo",
        "promos",
        "promotion",
        "promoted",
        "partner",
        "partners",
        "outbrain",
        "taboola",
        "mgid",
        "affiliate",
        "commercial",
        "merch",
        // Other articles
        "related",
        "relatedposts",
        "relatedarticles",
        "jp-relatedposts",
        "yarpp",
        "recommended",
        "recommendations",
        "recommendation",
        "recirc",
        "recirculation",
        "readmore",
        "readnext",
        "morenews",
        "morestories",
        "trending",
        "popular",
        "mostread",
        "mostpopular",
        "latestnews",
        "teaser",
        "teasers",
        "teaserlist",
        "suggested",
        "upnext",
        "crosspromo",
        "readalso",
        // As sites in other languages name them
        "werbung",
        "anzeige",
        "anzeigen",
        "teilen",
        "kommentare",
        "schlagworte",
        "meistgelesen",
        "fusszeile",
        "kopfzeile",
        "publicidad",
        "compartir",
        "relacionadas",
        "relacionados",
        "publicite",
        "partage",
        "partager",
        // Readers
        "comment",
        "comments",
        "commentlist",
        "respond",
        "disqus",
        "discussion",
        "rating",
        "ratings",
        "feedback",
        "poll",
        // The page itself
        "footer",
        "foot",
        "colophon",
        "copyright",
        "login",
        "signin",
        "searchform",
        "searchbox",
        "print",
        "printer",
        "tagcloud",
        "taglist",
        "tags",
        "taglinks",
        "postmetadata",
        "authorbox",
        "authorbio",
        "aboutauthor",
        "sr-only",
        "visuallyhidden",
        "screenreader",
        "noprint",
        "backtotop",
        "toolbar",
        "tooltip",
    };

    /// <summary>Words that indicate furniture only with little prose: a restaurant has a menu too.</summary>
    private static readonly HashSet<string> LightWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "menu",
        "submenu",
        "banner",
        "header",
        "meta",
        "byline",
        "author",
        "authors",
        "dateline",
        "posted",
        "published",
        "tools",
        "tool",
        "button",
        "buttons",
        "btn",
        "categories",
        "tag",
        "search",
        "vcard",
        "timestamp",
        "switcher",
        "account",
        "cart",
        "kicker",
        "eyebrow",
        "badge",
        "views",
        "counter",
        "flash",
        "languages",
        "player",
    };

    /// <summary>Pairs of words in classes and ids that indicate furniture together.</summary>
    private static readonly string[] FurniturePhrases =
    [
        "screen-reader-text",
        "visually-hidden",
        "sr-only",
        "most-read",
        "most-popular",
        "read-more",
        "read-next",
        "also-like",
        "you-may",
        "up-next",
        "author-box",
        "author-bio",
        "about-author",
        "about-the-author",
        "post-author-bio",
        "author-info",
        "author-description",
        "author-card",
        "back-to-top",
        "entry-footer",
        "post-footer",
        "article-footer",
        "entry-utility",
        "post-navigation",
        "posts-navigation",
        "nav-links",
        "nav-previous",
        "nav-next",
        "tags-links",
        "tag-links",
        "cat-links",
        "tag-list",
        "post-tags",
        "post-categories",
        "article-tags",
        "entry-tags",
        "more-from",
        "more-stories",
        "latest-news",
        "latest-posts",
        "recent-posts",
        "recent-comments",
        "site-header",
        "site-footer",
        "page-header-nav",
        "global-header",
        "global-footer",
        "sign-up",
        "log-in",
        "call-to-action",
        "cta",
        "email-capture",
        "in-article-ad",
        "ad-slot",
        "ad-container",
        "wp-block-latest-posts",
        "wp-block-query",
        "wp-block-post-terms",
        "wp-block-post-navigation-link",
        "wp-block-comments",
        "wp-block-social-links",
        "wp-block-buttons",
        "wp-block-search",
        "wp-block-post-author-biography",
        "wp-block-template-part",
        "field--name-field-tags",
        "link-list",
        "list-inline",
        "node__links",
        "gh-cta",
        "gh-subscribe",
        "kg-signup-card",
        "kg-cta-card",
    ];

    /// <summary>Inline elements, which do not split a line of text.</summary>
    public static bool IsInline(string name) =>
        name
            is "a"
                or "abbr"
                or "b"
                or "bdi"
                or "bdo"
                or "big"
                or "cite"
                or "code"
                or "data"
                or "del"
                or "dfn"
                or "em"
                or "font"
                or "i"
                or "img"
                or "ins"
                or "kbd"
                or "label"
                or "mark"
                or "picture"
                or "q"
                or "rb"
                or "ruby"
                or "s"
                or "samp"
                or "small"
                or "span"
                or "strike"
                or "strong"
                or "sub"
                or "sup"
                or "time"
                or "tt"
                or "u"
                or "var"
                or "wbr";

    public static bool HasFurnitureRole(IElement element) =>
        element.GetAttribute("role") is { Length: > 0 } role && FurnitureRoles.Contains(role.Trim());

    /// <summary>How strongly the classes and the id indicate furniture.</summary>
    public static FurnitureHint GetHint(IElement element)
    {
        var hint = FurnitureHint.None;
        foreach (string name in GetNames(element))
        {
            if (Array.Exists(FurniturePhrases, p => HasPhrase(name, p)))
            {
                return FurnitureHint.Strong;
            }

            foreach (string word in SplitIntoWords(name))
            {
                bool isWidget = word is "widget" or "widgets" && name.StartsWith(word, StringComparison.Ordinal);
                if (isWidget || FurnitureWords.Contains(word))
                {
                    return FurnitureHint.Strong;
                }

                hint = LightWords.Contains(word) ? FurnitureHint.Light : hint;
            }
        }

        return hint;
    }

    /// <summary>True for readers' comments.</summary>
    public static bool HoldsComments(IElement element) =>
        GetNames(element)
            .Any(n =>
                n.Contains("comment", StringComparison.OrdinalIgnoreCase)
                || n.Contains("respond", StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>True for an element that is marked as the body of an article.</summary>
    public static bool IsMarkedBody(IElement element) =>
        element.GetAttribute("itemprop") is "articleBody"
        || GetNames(element)
            .Any(n =>
                n.ToLowerInvariant()
                    is "entry-content"
                        or "post-content"
                        or "article-content"
                        or "article-body"
                        or "article__body"
                        or "article__content"
                        or "story-body"
                        or "post-body"
                        or "gh-content"
                        or "post__content"
                        or "td-post-content"
                        or "wp-block-post-content"
                        or "node__content"
                        or "field--name-body"
                        or "text-formatted"
            );

    private static IEnumerable<string> GetNames(IElement element) =>
        element.Id is { Length: > 0 } id ? element.ClassList.Append(id) : element.ClassList;

    private static bool HasPhrase(string name, string phrase)
    {
        int at = name.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(name[at - 1]))
            && (at + phrase.Length == name.Length || !char.IsLetterOrDigit(name[at + phrase.Length]));
    }

    /// <summary>
    /// The words of a class or an id, the same for <c>cookie-banner</c>, <c>cookieBanner</c> and <c>cookie_banner</c>.
    /// Names of absent or neighbouring parts are skipped: <c>has-sidebar</c>.
    /// </summary>
    private static IEnumerable<string> SplitIntoWords(string name)
    {
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool isEnd =
                i == name.Length
                || !char.IsLetterOrDigit(name[i])
                || (char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!isEnd)
            {
                continue;
            }

            string word = name[start..i].Trim('-', '_');
            if (
                start == 0
                && word.ToLowerInvariant() is "has" or "with" or "no" or "without" or "is" or "category" or "tag"
            )
            {
                yield break;
            }

            if (word.Length > 0)
            {
                yield return word;
            }

            start = i < name.Length && !char.IsLetterOrDigit(name[i]) ? i + 1 : i;
        }
    }
}

/// <summary>What an element's names say about it.</summary>
internal enum FurnitureHint
{
    None,

    /// <summary>It is furniture if it contains little prose.</summary>
    Light,

    /// <summary>It is furniture unless it contains most of the page's prose.</summary>
    Strong,
}
