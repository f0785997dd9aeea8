using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Core.Asking;

/// <summary>An earlier turn of the conversation, as programs send it.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">What was said.</param>
/// <param name="Outcome">The outcome of the answer that the turn is; null takes it for an answer.</param>
/// <param name="Statement">What of the text answers; null takes all of it, or nothing of a refusal and of a question back.</param>
public sealed record AskTurn(string? Role, string? Text, AnswerOutcome? Outcome = null, string? Statement = null)
{
    private const string User = "user";
    private const string Assistant = "assistant";

    public static AskTurn From(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new AskTurn(
            turn.Role == Speaker.User ? User : Assistant,
            turn.Text,
            turn.AsksBack ? AnswerOutcome.NeedsClarification
                : turn.Statement is null ? AnswerOutcome.NotInCorpus
                : null,
            turn.Statement == turn.Text ? null : turn.Statement
        );
    }

    /// <summary>Why it cannot be a turn, to stand behind what names it; null when it can.</summary>
    public string? Problem =>
        Role is not (User or Assistant) || Text is null ? "needs a role, 'user' or 'assistant', and a text"
        : Text.Length > ConversationTurn.MaxLength
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"has {Text.Length} characters: shorten it to {ConversationTurn.MaxLength} at most"
            )
        : null;

    /// <exception cref="InvalidOperationException">It has a <see cref="Problem"/>.</exception>
    public ConversationTurn ToTurn()
    {
        if (Problem is { } problem)
        {
            throw new InvalidOperationException($"The turn {problem}.");
        }

        return new ConversationTurn(Role == User ? Speaker.User : Speaker.Assistant, Text!)
        {
            Statement = Statement ?? (Outcome is null or AnswerOutcome.Answered ? Text : null),
            AsksBack = Outcome == AnswerOutcome.NeedsClarification,
        };
    }
}
