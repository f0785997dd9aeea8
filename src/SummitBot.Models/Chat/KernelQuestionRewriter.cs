using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;

namespace SummitBot.Models.Chat;

/// <summary>Has the first model of the settings make follow-ups stand alone.</summary>
internal sealed partial class KernelQuestionRewriter(
    ModelConnections models,
    ModelBudget budget,
    TimeProvider time,
    ILogger<KernelQuestionRewriter> logger
) : IQuestionRewriter
{
    private const int MaxTokens = 200;

    public async Task<RewrittenQuestion?> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ModelOptions options = models.Options;
        ConversationTurn[] turns =
        [
            .. SmallTalkReplier.WithoutSmallTalk(question.Conversation).TakeLast(options.HistoryTurns),
        ];
        if (turns.Length == 0 || options.ListChoices().Count == 0)
        {
            return null;
        }

        var meter = new TokenUsageMeter(budget, question.ConversationId, question.UserId);
        if (!await meter.TryBeginAsync(cancellationToken))
        {
            return null;
        }

        ModelConnection model = models.All[0];
        var call = new ModelCall(model, options, rounds: 0, time);
        string? text;
        try
        {
            text = await AskAsync(call, turns, question.Text, cancellationToken);
        }
        finally
        {
            await meter.AddAsync(model.Choice, call);
        }

        return text is null ? null : new RewrittenQuestion(text, meter.Usage!);
    }

    private async Task<string?> AskAsync(
        ModelCall call,
        IReadOnlyList<ConversationTurn> turns,
        string question,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(models.Options.FirstTokenSeconds), time);
        var arguments = new KernelArguments(
            new OpenAIPromptExecutionSettings { Temperature = models.Options.Temperature, MaxTokens = MaxTokens }
        )
        {
            ["turns"] = string.Join('\n', turns.Select(FormatLine)),
            ["question"] = PromptText.OneLine(question),
        };
        var text = new StringBuilder();
        try
        {
            await foreach (
                string piece in call.StreamAsync(models.Prompts.Rewrite, arguments, limit.Token, cancellationToken)
                    .WithCancellation(cancellationToken)
            )
            {
                text.Append(piece);
            }
        }
        catch (ModelUnavailableException e)
        {
            LogError(logger, e.Error, e.Message);
            return null;
        }

        string rewritten = text.ToString().Trim().Trim('"');
        bool isQuestion =
            rewritten.Length is > 0 and <= Question.MaxLength && !rewritten.Contains('\n', StringComparison.Ordinal);
        return isQuestion ? rewritten : null;
    }

    private static string FormatLine(ConversationTurn turn)
    {
        string who = turn.Role == Speaker.User ? "user" : "assistant";
        return $"<turn by=\"{who}\">{PromptText.OneLine(turn.Text)}</turn>";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No follow-up was rewritten by a model ({Trouble}): {Reason}")]
    private static partial void LogError(ILogger logger, ModelError trouble, string reason);
}
