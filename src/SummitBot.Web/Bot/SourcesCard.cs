using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;
using SummitBot.Core.Answers;
using SummitBot.Language;

namespace SummitBot.Web.Bot;

/// <summary>An Adaptive Card (1.5) with the sources of an answer.</summary>
public static class SourcesCard
{
    private const int MaxButtons = 6;

    /// <param name="addressOf">The address of a citation; null when it has none.</param>
    public static Attachment Create(
        IReadOnlyList<CitationDocument> citations,
        string language,
        Func<CitationDocument, string?> addressOf
    )
    {
        ArgumentNullException.ThrowIfNull(citations);
        ArgumentNullException.ThrowIfNull(addressOf);
        bool isRightToLeft = new CultureInfo(language).TextInfo.IsRightToLeft;
        var body = new JArray(Text(Phrases.For(language).Sources, isRightToLeft, size: "Medium", weight: "Bolder"));
        var actions = new JArray();
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

        var card = new JObject
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

        return new Attachment { ContentType = AttachmentTypes.AdaptiveCard, Content = card };
    }

    /// <summary>An article with its quotations; author and date below them.</summary>
    private static JObject CreateSource(CitationDocument[] citations, bool isRightToLeft)
    {
        CitationDocument first = citations[0];
        string title = $"{string.Join(", ", citations.Select(Number))}. {MarkdownText.Escape(first.Title)}";
        var items = new JArray(Text(title, isRightToLeft, weight: "Bolder"));
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

        return new JObject
        {
            ["type"] = "Container",
            ["separator"] = true,
            ["items"] = items,
        };
    }

    private static JObject Text(
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

    private static JObject Button(string title, string url) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = title,
            ["url"] = url,
        };

    private static string Number(CitationDocument citation) => citation.Number.ToString(CultureInfo.InvariantCulture);
}
