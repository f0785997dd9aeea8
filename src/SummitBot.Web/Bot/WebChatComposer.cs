using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers;

namespace SummitBot.Web.Bot;

/// <summary>
/// Makes the message that shows an answer on web pages. Microsoft's Web Chat finds citations by the reference definitions
/// below the text, and our widget takes the whole answer document.
/// </summary>
public sealed class WebChatComposer(AnswerComposer teams)
{
    private const string Caution = "AI-generated content may be incorrect";

    /// <inheritdoc cref="AnswerComposer.Compose"/>
    public Activity Compose(Answer answer, IReadOnlyList<string> suggestions)
    {
        Activity message = teams.Compose(answer, suggestions);
        CitationDocument[] citations = [.. answer.Citations.Take(AiMessage.MaxCitations).Select(CitationDocument.From)];
        message.Text += FormatDefinitions(citations);
        if (message.Entities?.OfType<AiMessage>().FirstOrDefault() is { Citation: { } claims } cited)
        {
            cited.Citation = [.. claims.Select(c => ForWebChat(c, answer, citations))];
        }

        message.SuggestedActions?.To ??= [];
        JsonObject data = answer.Kind == AnswerKind.SmallTalk ? [] : AnswerComposer.FeedbackWish();
        data["summitbot"] = JsonNode.Parse(AnswerJson.Serialize(AnswerDocument.From(answer)));
        message.ChannelData = ActivityJson.ToContent(data);
        return message;
    }

    private string FormatDefinitions(IReadOnlyList<CitationDocument> citations)
    {
        var definitions = new StringBuilder();
        foreach (CitationDocument citation in citations)
        {
            definitions
                .Append(definitions.Length == 0 ? "\n\n" : "\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"[{citation.Number}]: {GetAddress(citation)} \"{MarkdownText.EscapeTitle(citation.Title)}\""
                );
        }

        return definitions.ToString();
    }

    /// <summary>An article that can be read nowhere is shown as the quotation in a window of the chat.</summary>
    private string GetAddress(CitationDocument citation) =>
        teams.GetAddress(citation) is { } url
            ? MarkdownText.EscapeAddress(url)
            : string.Create(CultureInfo.InvariantCulture, $"cite:{citation.Number}");

    /// <summary>With the quotation for the window that shows it, which reads Markdown, and a caution at the first.</summary>
    private static CitedClaim ForWebChat(CitedClaim claim, Answer answer, IReadOnlyList<CitationDocument> citations)
    {
        CitationDocument citation = citations.First(c => c.Number == claim.Position);
        return claim with
        {
            Appearance = claim.Appearance with { Text = MarkdownText.Escape(citation.Quote) },
            Interpreter = answer.IsByModel && citation == citations[0] ? new ClaimInterpreter(Caution) : null,
        };
    }
}
