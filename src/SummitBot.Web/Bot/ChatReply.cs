using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Questions;

namespace SummitBot.Web.Bot;

/// <summary>
/// The reply to one question, as it comes to be. A web page shows the embedded answer, then the model's sentences in its
/// place. A stream in Teams can only grow: it shows the model's sentences alone, and its end begins with them. Where Teams
/// has no stream, the embedded answer is a message, and the model's answer its update.
/// </summary>
internal sealed class ChatReply(
    ITurnContext turn,
    StreamedReply stream,
    Question question,
    AnswerMessages messages,
    ILogger logger
)
{
    private readonly DraftedReply _drafted = new(turn, logger);
    private readonly List<Answer> _pieces = [];
    private Answer? _preliminary;
    private Answer? _draft;

    private Activity Asked => turn.Activity;

    /// <inheritdoc cref="StreamedReply.HeldBackFor"/>
    public TimeSpan? HeldBackFor => stream.HeldBackFor;

    /// <summary>Shows what there is of the answer, as far as the channel allows.</summary>
    public async Task ShowAsync(AnswerUpdate update, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(update);
        bool isWebPage = AnswerMessages.IsWebPage(Asked);
        if (update.Stage == AnswerStage.Partial || (update.Stage == AnswerStage.Preliminary && isWebPage))
        {
            _pieces.Add(update.Answer);
            await stream.ShowAsync(messages.FormatText(update.Answer), cancellationToken);
        }
        else if (update.Stage == AnswerStage.Preliminary && DraftedReply.IsPossible(Asked))
        {
            _preliminary = update.Answer;
        }

        await DraftWhereThereIsNoStreamAsync(cancellationToken);
    }

    /// <inheritdoc cref="StreamedReply.ShowHeldBackAsync"/>
    public async Task ShowHeldBackAsync(CancellationToken cancellationToken)
    {
        await stream.ShowHeldBackAsync(cancellationToken);
        await DraftWhereThereIsNoStreamAsync(cancellationToken);
    }

    /// <summary>Shows the whole answer. Not for the turn's own token: what the reader has seen of it wants its end.</summary>
    /// <returns>What the reader sees now, and the channel's id of the message; null when it gave none.</returns>
    /// <exception cref="ErrorResponseException">The channel took no message.</exception>
    public async Task<(Answer Shown, string? Id)> FinishAsync(Answer answer)
    {
        Answer whole = WithWhatIsShown(answer);
        Activity message = await messages.ComposeAsync(whole, question, Asked, CancellationToken.None);
        if (await _drafted.FinishAsync(message, CancellationToken.None) is { } end)
        {
            return (end.IsReplaced ? whole : _draft!, end.Id);
        }

        return (whole, await stream.FinishAsync(message, CancellationToken.None));
    }

    /// <summary>The channel has no streams, or has refused this one before any of its text was shown.</summary>
    private async Task DraftWhereThereIsNoStreamAsync(CancellationToken cancellationToken)
    {
        if (_preliminary is { } preliminary && _draft is null && !stream.IsOpen && _pieces.Count == 0)
        {
            _draft = preliminary;
            _drafted.Begin(await messages.ComposeAsync(preliminary, question, Asked, cancellationToken));
        }
    }

    private Answer WithWhatIsShown(Answer answer)
    {
        bool isToBeContinued =
            !AnswerMessages.IsWebPage(Asked)
            && stream.Shown is { } shown
            && !messages.FormatText(answer).StartsWith(shown, StringComparison.Ordinal);
        return isToBeContinued
            ? ContinuedAnswer.Create(_pieces.Last(p => messages.FormatText(p) == stream.Shown), answer)
            : answer;
    }
}
