using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Cases;

/// <param name="Gold">The first sentence or the short answer holds one of them; empty where nothing may be shown as an answer.</param>
internal sealed record CaseQuestion(string Id, string Question, IReadOnlyList<string> Gold, bool Refuse)
{
    public IReadOnlyList<CaseTurn>? Conversation { get; init; }

    /// <summary>Whether a statement is to be confirmed or denied; null for other questions.</summary>
    public bool? Confirms { get; init; }

    public IEnumerable<ConversationTurn> Turns() =>
        (Conversation ?? []).Select(t => new ConversationTurn(
            t.Role == "user" ? Speaker.User : Speaker.Assistant,
            t.Text
        ));

    public bool IsRight(Answer answer)
    {
        string shown = answer.Sentences.Count > 0 ? answer.Sentences[0].Text : answer.Text;
        return Refuse
            ? answer.Outcome != AnswerOutcome.Answered
            : answer.Outcome == AnswerOutcome.Answered
                && (Confirms is null || answer.Confirms == Confirms)
                && Gold.Any(g =>
                    shown.Contains(g, StringComparison.OrdinalIgnoreCase)
                    || answer.ShortAnswer?.Text.Contains(g, StringComparison.OrdinalIgnoreCase) == true
                );
    }
}
