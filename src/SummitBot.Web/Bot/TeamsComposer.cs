using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers;
using SummitBot.Language;

namespace SummitBot.Web.Bot;

/// <summary>Makes the message that shows an answer in Teams: text with marks, citations, the AI label, thumbs, questions.</summary>
public sealed class TeamsComposer(AnswerMarkdown markdown)
{
    /// <param name="suggestions">Questions to go on with; may be empty.</param>
    /// <param name="hasButtons">The channel shows them as buttons; otherwise they stand in the text.</param>
    public Activity Compose(Answer answer, IReadOnlyList<string> suggestions, bool hasButtons)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(suggestions);
        string list = hasButtons ? "" : FormatList(suggestions, answer.Language);
        Activity message = MessageFactory.Text(markdown.FormatBody(answer) + list);
        message.TextFormat = TextFormatTypes.Markdown;
        if (answer.Kind != AnswerKind.SmallTalk)
        {
            message.Entities =
            [
                AiMessage.Create(
                    AnswerMarkdown.GetCitations(answer).Select(c => new CitedClaim(c.Number, markdown.CreatePopUp(c)))
                ),
            ];
            message.ChannelData = CreateFeedbackRequest();
        }

        if (hasButtons && suggestions.Count > 0)
        {
            message.SuggestedActions = CreateButtons(suggestions, to: null);
        }

        return message;
    }

    /// <summary>What asks a channel for thumbs below a message, by its two names: some clients look for the older one.</summary>
    internal static JObject CreateFeedbackRequest() =>
        new()
        {
            ["feedbackLoopEnabled"] = true,
            ["feedbackLoop"] = new JObject { ["type"] = "default" },
        };

    internal static SuggestedActions CreateButtons(IReadOnlyList<string> suggestions, IList<string>? to) =>
        ((Activity)MessageFactory.SuggestedActions(suggestions, toList: to)).SuggestedActions;

    private static string FormatList(IReadOnlyList<string> questions, string language) =>
        questions.Count == 0
            ? ""
            : string.Join(
                '\n',
                questions.Select(q => $"- {MarkdownText.Escape(q)}").Prepend($"\n\n{ChatPhrases.For(language).AlsoAsk}")
            );
}
