using System.Globalization;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers;

namespace SummitBot.Web.Bot;

/// <summary>
/// Composes the message that shows an answer on web pages. Microsoft's Web Chat finds citations by the reference
/// definitions below the text; our widget uses the answer document.
/// </summary>
public sealed class WebChatComposer(AnswerMarkdown markdown)
{
    private const string Caution = "AI-generated content may be incorrect";

    /// <param name="suggestions">Questions to go on with; may be empty.</param>
    public Activity Compose(Answer answer, IReadOnlyList<string> suggestions)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(suggestions);
        IReadOnlyList<CitationDocument> citations = AnswerMarkdown.GetCitations(answer);
        bool isSmallTalk = answer.Kind == AnswerKind.SmallTalk;
        Activity message = MessageFactory.Text(markdown.FormatBody(answer) + FormatDefinitions(citations));
        message.TextFormat = TextFormatTypes.Markdown;
        message.Entities = isSmallTalk ? null : [AiMessage.Create(citations.Select(c => CreateClaim(c, answer)))];
        message.SuggestedActions = suggestions.Count > 0 ? TeamsComposer.CreateButtons(suggestions, to: []) : null;
        JObject data = isSmallTalk ? [] : TeamsComposer.CreateFeedbackRequest();
        // The text of the document goes out as it is.
        data["summitbot"] = new JRaw(AnswerJson.Serialize(AnswerDocument.From(answer)));
        message.ChannelData = data;
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

    /// <summary>An article without an address is shown as a quotation in a window of the chat.</summary>
    private string GetAddress(CitationDocument citation) =>
        markdown.GetAddress(citation) is { } url
            ? MarkdownText.EscapeAddress(url)
            : string.Create(CultureInfo.InvariantCulture, $"cite:{citation.Number}");

    /// <summary>With the quotation for the window that shows it, which reads Markdown, and a caution at the first.</summary>
    private CitedClaim CreateClaim(CitationDocument citation, Answer answer) =>
        new(citation.Number, markdown.CreatePopUp(citation) with { Text = MarkdownText.Escape(citation.Quote) })
        {
            Interpreter =
                answer.IsByModel && citation.Number == answer.Citations[0].Number
                    ? new ClaimInterpreter(Caution)
                    : null,
        };
}
