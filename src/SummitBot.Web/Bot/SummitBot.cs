using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Suggestions;
using SummitBot.Language;
using SummitBot.Web.Access;

namespace SummitBot.Web.Bot;

/// <summary>SummitBot in chats: the handling of each activity.</summary>
public sealed partial class SummitBot(
    ChatAnswerer answerer,
    ChatMemory memory,
    AnswerMarkdown markdown,
    CurrentCitations current,
    AskerAccess access,
    IQuestionSuggester suggester,
    ILogger<SummitBot> logger
) : TeamsActivityHandler
{
    private const int WelcomeQuestions = 3;

    protected override Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext,
        CancellationToken cancellationToken
    ) => ReplyAsync(turnContext, turnContext.Activity, cancellationToken);

    /// <summary>An edited question is answered again; other updates are about the bot's own messages.</summary>
    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => ReplyAsync(turnContext, turnContext.Activity, cancellationToken);

    /// <summary>
    /// Replaces the SDK's handling for Teams, which first asks the channel for every new member's details.
    /// </summary>
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        turnContext.Activity.MembersAdded?.Any(m => m.Id != turnContext.Activity.Recipient?.Id) == true
            ? WelcomeAsync(turnContext, cancellationToken)
            : Task.CompletedTask;

    /// <summary>A deleted question stays answered.</summary>
    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => WelcomeAsync(turnContext, cancellationToken);

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        if (Thumbs.Read(turnContext.Activity) is not { } given)
        {
            return new InvokeResponse { Status = StatusCodes.Status501NotImplemented };
        }

        await SaveFeedbackAsync(turnContext.Activity, given, cancellationToken);
        return CreateInvokeResponse(new JObject());
    }

    protected override async Task OnEventActivityAsync(
        ITurnContext<IEventActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        if (Thumbs.Read(turnContext.Activity) is { } given)
        {
            await SaveFeedbackAsync(turnContext.Activity, given, cancellationToken);
        }
    }

    protected override Task OnUnrecognizedActivityTypeAsync(
        ITurnContext turnContext,
        CancellationToken cancellationToken
    )
    {
        LogIgnored(logger, turnContext.Activity.Type);
        return Task.CompletedTask;
    }

    private async Task SaveFeedbackAsync(IActivity activity, Thumbs given, CancellationToken cancellationToken)
    {
        if (!await memory.SaveFeedbackAsync(activity, given.Reaction, given.Comment, cancellationToken))
        {
            LogStrayFeedback(logger);
        }
    }

    private async Task ReplyAsync(ITurnContext turn, IMessageActivity message, CancellationToken cancellationToken)
    {
        var input = ChatInput.Read(message);
        if (input.HasFiles)
        {
            string decline = ChatPhrases.For(input.Text, message.Locale).NoAttachments;
            await turn.SendActivityAsync(decline, cancellationToken: cancellationToken);
        }

        switch (ChatCommand.Read(input.Text))
        {
            case { Name: ChatCommand.Help }:
                await HelpAsync(turn, cancellationToken);
                break;
            case { Name: ChatCommand.Sources }:
                await ShowSourcesAsync(turn, cancellationToken);
                break;
            case { Name: ChatCommand.Reset }:
                await memory.ResetAsync(message, cancellationToken);
                string forgotten = ChatPhrases.For(null, message.Locale).Forgotten;
                await turn.SendActivityAsync(forgotten, cancellationToken: cancellationToken);
                break;
            case { Name: ChatCommand.Article } command:
                string question = ChatPhrases.For(null, message.Locale).SummaryQuestionFor(command.Argument);
                await answerer.AnswerAsync(turn, question, cancellationToken);
                break;
            default:
                await AnswerAsync(turn, input, cancellationToken);
                break;
        }
    }

    private async Task AnswerAsync(ITurnContext turn, ChatInput input, CancellationToken cancellationToken)
    {
        if (input.Text.Length > 0)
        {
            await answerer.AnswerAsync(turn, input.Text, cancellationToken);
        }
        else if (!input.HasFiles)
        {
            await HelpAsync(turn, cancellationToken);
        }
    }

    private async Task HelpAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        string language = ChatPhrases.DetectLanguage(null, turn.Activity.Locale);
        string commands = ChatPhrases.For(language).Commands.Replace("\n", "\n\n", StringComparison.Ordinal);
        string help = $"{Phrases.For(language).Help}\n\n{commands}";
        await turn.SendActivityAsync(help, cancellationToken: cancellationToken);
    }

    private async Task ShowSourcesAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        string language = ChatPhrases.DetectLanguage(null, turn.Activity.Locale);
        AnsweredTurn? last = await memory.LastAsync(turn.Activity, cancellationToken);
        CitationDocument[] citations =
        [
            .. (last?.Answer.Citations ?? []).Where(c => current.Contains(c, access.GetScope(turn))),
        ];
        IMessageActivity message =
            citations.Length > 0
                ? MessageFactory.Attachment(SourcesCard.Create(citations, language, markdown.GetAddress))
                : MessageFactory.Text(ChatPhrases.For(language).NoSources);
        await turn.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>
    /// Once for each conversation: channels report in two ways that the bot was added, and again for each new member.
    /// </summary>
    private async Task WelcomeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await memory.TryWelcomeAsync(turn.Activity, TurnDelivery.Find(turn)?.Key, cancellationToken))
        {
            return;
        }

        string language = ChatPhrases.DetectLanguage(null, turn.Activity.Locale);
        IReadOnlyList<string> questions = await suggester.SuggestAsync(
            language,
            WelcomeQuestions,
            access.GetScope(turn),
            cancellationToken
        );
        string welcome = string.Join(
            '\n',
            questions.Select(q => $"- {MarkdownText.Escape(q)}").Prepend(ChatPhrases.For(language).Welcome)
        );
        IMessageActivity greeting = ChannelCapabilities.HasButtons(turn.Activity)
            ? MessageFactory.SuggestedActions(questions, welcome, toList: null)
            : MessageFactory.Text(welcome);
        await turn.SendActivityAsync(greeting, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An activity of the type {Type} was ignored")]
    private static partial void LogIgnored(ILogger logger, string? type);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feedback on an unknown answer was ignored")]
    private static partial void LogStrayFeedback(ILogger logger);
}
