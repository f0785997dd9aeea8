using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Cases;

/// <param name="Gold">The first sentence or the short answer holds one of them; empty where nothing may be shown as an answer.</param>
/// <param name="Refuse">No sentence may be shown as the answer; where there is a gold answer, a passage offered holds it.</param>
internal sealed record CaseQuestion(string Id, string Question, IReadOnlyList<string> Gold, bool Refuse)
{
    public IReadOnlyList<CaseTurn>? Conversation { get; init; }

    /// <summary>Whether a statement is to be confirmed or denied; null for other questions.</summary>
    public bool? Confirms { get; init; }

    /// <summary>What the sentences shown hold together, for lists and comparisons.</summary>
    public IReadOnlyList<string> All { get; init; } = [];

    /// <summary>What no sentence shown may hold.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    public IEnumerable<ConversationTurn> Turns() =>
        (Conversation ?? []).Select(t => new ConversationTurn(
            t.Role == "user" ? Speaker.User : Speaker.Assistant,
            t.Text
        ));

    public bool IsRight(Answer answer)
    {
        string[] shown = answer.Sentences.Count > 0 ? [.. answer.Sentences.Select(s => s.Text)] : [answer.Text];
        if (None.Any(n => shown.Any(s => Holds(s, n))) || !All.All(a => shown.Any(s => Holds(s, a))))
        {
            return false;
        }

        return Refuse
            ? answer.Outcome != AnswerOutcome.Answered
                && (Gold.Count == 0 || Gold.Any(g => shown.Any(s => Holds(s, g))))
            : answer.Outcome == AnswerOutcome.Answered
                && (Confirms is null || answer.Confirms == Confirms)
                && (
                    (All.Count > 0 && Gold.Count == 0)
                    || Gold.Any(g => Holds(shown[0], g) || (answer.ShortAnswer is { } part && Holds(part.Text, g)))
                );
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
