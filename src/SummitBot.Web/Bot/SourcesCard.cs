using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;
using SummitBot.Core.Answers;
using SummitBot.Language;

namespace SummitBot.Web.Bot;

/// <summary>An Adaptive Card (1.5) with the sources of an answer.</summary>
public static class SourcesCard
{
    private const int MaxButtons = 6;

    /// <param name="addressOf">Where a citation can be read; null for nowhere.</param>
    public static Attachment Create(
        IReadOnlyList<CitationDocument> citations,
        string language,
        Func<CitationDocument, string?> addressOf
    )
    {
        ArgumentNullException.ThrowIfNull(citations);
        ArgumentNullException.ThrowIfNull(addressOf);
        bool isRightToLeft = new CultureInfo(language).TextInfo.IsRightToLeft;
        var body = new JsonArray(Text(Phrases.For(language).Sources, isRightToLeft, size: "Medium", weight: "Bolder"));
        var actions = new JsonArray();
        foreach (
            IGrouping<string, CitationDocument> source in citations.GroupBy(c => c.ArticleId, StringComparer.Ordinal)
        )
        {
            body.Add(CreateSource([.. source], isRightToLeft));
        }

        foreach (CitationDocument citation in citations)
        {
            if (addressOf(citation) is { } url && actions.Count < MaxButtons)
            {
                actions.Add(Button($"{Phrases.For(language).Source} {Number(citation)}", url));
            }
        }

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["rtl"] = isRightToLeft,
            ["body"] = body,
        };
        if (actions.Count > 0)
        {
            card["actions"] = actions;
        }

        return new Attachment { ContentType = AttachmentTypes.AdaptiveCard, Content = ActivityJson.ToContent(card) };
    }

    /// <summary>An article with its quotations; author and date below them.</summary>
    private static JsonObject CreateSource(CitationDocument[] citations, bool isRightToLeft)
    {
        CitationDocument first = citations[0];
        string title = $"{string.Join(", ", citations.Select(Number))}. {MarkdownText.Escape(first.Title)}";
        var items = new JsonArray(Text(title, isRightToLeft, weight: "Bolder"));
        foreach (CitationDocument citation in citations)
        {
            items.Add(Text(MarkdownText.Escape(citation.Quote), isRightToLeft));
        }

        string?[] origin =
        [
            first.Author is { } author ? MarkdownText.Escape(author) : null,
            first.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            first.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"p. {page}") : null,
        ];
        if (Array.Exists(origin, part => part is not null))
        {
            items.Add(Text(string.Join(", ", origin.OfType<string>()), isRightToLeft, isSubtle: true));
        }

        return new JsonObject
        {
            ["type"] = "Container",
            ["separator"] = true,
            ["items"] = items,
        };
    }

    private static JsonObject Text(
        string text,
        bool isRightToLeft,
        string size = "Default",
        string weight = "Default",
        bool isSubtle = false
    ) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["size"] = size,
            ["weight"] = weight,
            ["isSubtle"] = isSubtle,
            ["wrap"] = true,
            ["horizontalAlignment"] = isRightToLeft ? "Right" : "Left",
        };

    private static JsonObject Button(string title, string url) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = title,
            ["url"] = url,
        };

    private static string Number(CitationDocument citation) => citation.Number.ToString(CultureInfo.InvariantCulture);
}
