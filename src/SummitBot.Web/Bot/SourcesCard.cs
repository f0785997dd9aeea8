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
    private const int MostButtons = 6;

    /// <param name="addressOf">Where a citation can be read; null for nowhere.</param>
    public static Attachment Of(
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
        foreach (CitationDocument citation in citations)
        {
            body.Add(SourceOf(citation, isRightToLeft));
            if (addressOf(citation) is { } url && actions.Count < MostButtons)
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

    private static JsonObject SourceOf(CitationDocument citation, bool isRightToLeft)
    {
        string title = $"{Number(citation)}. {MarkdownText.Escape(citation.Title)}";
        var items = new JsonArray(
            Text(title, isRightToLeft, weight: "Bolder"),
            Text(MarkdownText.Escape(citation.Quote), isRightToLeft)
        );
        string? day = citation.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string? page = citation.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $"p. {number}") : null;
        if (day is not null || page is not null)
        {
            items.Add(Text(string.Join(", ", new[] { day, page }.OfType<string>()), isRightToLeft, isSubtle: true));
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
