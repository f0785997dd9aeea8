using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SummitBot.Core.Answers;
using SummitBot.Core.Corpus;
using SummitBot.Core.Questions;
using SummitBot.Core.Suggestions;

namespace SummitBot.Web.Bot;

/// <summary>Makes the message that shows an answer in the channel that it was asked in, with questions to go on with.</summary>
public sealed class AnswerMessages(
    AnswerMarkdown markdown,
    TeamsComposer teams,
    WebChatComposer webChat,
    IQuestionSuggester suggester
)
{
    private const int Suggestions = 3;

    /// <summary>On web pages a new text replaces the previous one; in Teams a streamed text can only grow.</summary>
    public static bool IsWebPage(IActivity asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.ChannelId is Channels.Directline or Channels.Webchat;
    }

    /// <inheritdoc cref="AnswerMarkdown.FormatText"/>
    public string FormatText(Answer answer) => markdown.FormatText(answer);

    public async Task<Activity> ComposeAsync(
        Answer answer,
        Question question,
        IActivity asked,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(question);
        IReadOnlyList<string> suggestions = await SuggestAsync(answer, question, cancellationToken);
        return IsWebPage(asked)
            ? webChat.Compose(answer, suggestions)
            : teams.Compose(answer, suggestions, ChannelCapabilities.HasButtons(asked));
    }

    /// <summary>
    /// After an answer, questions about what stands near its quotations; after a refusal, about the closest articles; none
    /// after small talk.
    /// </summary>
    private async Task<IReadOnlyList<string>> SuggestAsync(Answer answer, Question question, CancellationToken token)
    {
        SuggestionTopic[] about =
        [
            .. answer.Citations.Count > 0
                ? answer.Citations.Select(c => new SuggestionTopic(c.Article, c.Range))
                : answer.Closest.Select(a => new SuggestionTopic(a)),
        ];
        string[] asked =
        [
            answer.Question,
            .. question.Conversation.Where(t => t.Role == Speaker.User).Select(t => t.Text),
        ];
        try
        {
            return await suggester.SuggestAboutAsync(about, answer.Language, Suggestions, asked, question.Scope, token);
        }
        catch (IndexUnavailableException)
        {
            // The answer is complete without suggestions.
            return [];
        }
    }
}
