using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
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
        CitationDocument[] citations = [.. answer.Citations.Take(AiMessage.MaxCitations).Select(CitationDocument.Of)];
        message.Text += DefinitionsOf(citations);
        message.Entities =
        [
            .. (message.Entities ?? []).Select(e => e is AiMessage ai ? EntityOf(ai, answer, citations) : e),
        ];
        message.SuggestedActions?.To ??= [];
        var data = message.ChannelData as JsonObject ?? [];
        data["summitbot"] = JsonNode.Parse(AnswerJson.Serialize(AnswerDocument.Of(answer)));
        message.ChannelData = data;
        return message;
    }

    private string DefinitionsOf(IReadOnlyList<CitationDocument> citations)
    {
        var definitions = new StringBuilder();
        foreach (CitationDocument citation in citations)
        {
            definitions
                .Append(definitions.Length == 0 ? "\n\n" : "\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"[{citation.Number}]: {AddressOf(citation)} \"{MarkdownText.EscapeTitle(citation.Title)}\""
                );
        }

        return definitions.ToString();
    }

    /// <summary>An article that can be read nowhere is shown as the quotation in a window of the chat.</summary>
    private string AddressOf(CitationDocument citation) =>
        teams.AddressOf(citation) is { } url
            ? MarkdownText.EscapeAddress(url)
            : string.Create(CultureInfo.InvariantCulture, $"cite:{citation.Number}");

    private static Entity EntityOf(AiMessage message, Answer answer, IReadOnlyList<CitationDocument> citations)
    {
        var entity = new Entity();
        entity.SetAs(message);
        if (entity.Properties?["citation"] is JsonArray claims)
        {
            for (int i = 0; i < claims.Count; i++)
            {
                // The window that shows it reads Markdown.
                claims[i]!["appearance"]!["text"] = MarkdownText.Escape(citations[i].Quote);
            }

            if (answer.IsByModel && claims.Count > 0)
            {
                claims[0]!["claimInterpreter"] = new JsonObject { ["@type"] = "Project", ["slogan"] = Caution };
            }
        }

        return entity;
    }
}
