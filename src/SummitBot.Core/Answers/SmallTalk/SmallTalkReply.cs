using SummitBot.Core.Articles;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Builds the replies to small talk; their question and language are set by <see cref="SmallTalkReplier"/>.</summary>
internal static class SmallTalkReply
{
    private const int MaxNear = 3;

    public static Answer Say(string text) =>
        new()
        {
            Question = "",
            Outcome = AnswerOutcome.Answered,
            Kind = AnswerKind.SmallTalk,
            Confidence = 1,
            Text = text,
            Writer = Answer.ExtractiveWriter,
        };

    /// <summary>A reply that quotes sentences and cites them.</summary>
    public static Answer Quote(AnswerKind kind, string text, CheckedDraft draft) =>
        Say(text) with
        {
            Kind = kind,
            Sentences = draft.Sentences,
            Citations = draft.Citations,
            ShortAnswer = draft.ShortAnswer,
        };

    public static Answer List(string heading, IReadOnlyList<ArticleSummary> articles) =>
        Say(AnswerText.FromList(heading, articles)) with
        {
            Kind = AnswerKind.ArticleList,
            Lead = articles.Count == 0 ? null : heading,
            Closest = articles,
        };

    /// <param name="near">The closest articles, best first; some of them are named.</param>
    public static Answer Refuse(
        AnswerKind kind,
        string text,
        IEnumerable<ArticleSummary> near,
        SmallTalkRequest request
    )
    {
        ArticleSummary[] closest = [.. near.Take(MaxNear)];
        string lead = closest.Length == 0 ? text : $"{text} {request.Phrases.Closest}";
        return List(lead, closest) with { Outcome = AnswerOutcome.NotInCorpus, Kind = kind, Confidence = 0 };
    }
}
