using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Cases;

/// <param name="Gold">The first sentence or the short answer must contain one of them; empty when nothing may be
/// shown.</param>
internal sealed record CaseQuestion(string Id, string Question, IReadOnlyList<string> Gold, bool Refuse)
{
    public IReadOnlyList<CaseTurn>? Conversation { get; init; }

    public IEnumerable<ConversationTurn> Turns() =>
        (Conversation ?? []).Select(t => new ConversationTurn(
            t.Role == "user" ? Speaker.User : Speaker.Assistant,
            t.Text
        ));

    public bool IsRight(Answer answer)
    {
        string shown = answer.Sentences.Count > 0 ? answer.Sentences[0].Text : answer.Text;
        return Refuse
            ? answer.Outcome != AnswerOutcome.Answered && answer.Sentences.Count == 0
            : answer.Outcome == AnswerOutcome.Answered
                && Gold.Any(g =>
                    shown.Contains(g, StringComparison.OrdinalIgnoreCase)
                    || answer.ShortAnswer?.Text.Contains(g, StringComparison.OrdinalIgnoreCase) == true
                );
    }
}
