using System.Text.Json.Serialization;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Evaluation;

/// <summary>The result of one question. The answer is the draft, even if it was refused.</summary>
public sealed record QuestionResult
{
    /// <summary>Characters; an answer of at least this length may be a part of the gold sentence.</summary>
    private const int MinPartLength = 20;

    public required string Id { get; init; }

    public required string Question { get; init; }

    public string? Kind { get; init; }

    public bool? IsAnswerable { get; init; }

    /// <summary>Short gold answers.</summary>
    public IReadOnlyList<string> Gold { get; init; } = [];

    /// <inheritdoc cref="EvaluationQuestion.Sentences"/>
    public IReadOnlyList<string> GoldSentences { get; init; } = [];

    /// <summary>A gold answer in prose.</summary>
    public string? Reference { get; init; }

    /// <summary>The documents that contain the answer.</summary>
    public IReadOnlyList<string> DocIds { get; init; } = [];

    /// <inheritdoc cref="EvaluationQuestion.SourceDocId"/>
    public string? SourceDocId { get; init; }

    public bool IsFollowUp { get; init; }

    /// <summary>The text that was searched; null when it is the question's own.</summary>
    public string? Resolved { get; init; }

    /// <summary>Words of earlier turns that were added to the search.</summary>
    public IReadOnlyList<string> ContextWords { get; init; } = [];

    /// <summary>The outcome at the shipped threshold.</summary>
    public AnswerOutcome Outcome { get; init; }

    public Verdict Verdict { get; init; } = Verdict.Ungraded;

    public double Confidence { get; init; }

    /// <summary>The sentences, without marks; empty when nothing was drafted.</summary>
    public string Answer { get; init; } = "";

    public int SentenceCount { get; init; }

    /// <summary>
    /// True when the answer contains a gold answer and is short enough; null when there is no short gold answer.
    /// </summary>
    public bool? Contains { get; init; }

    /// <summary>
    /// True when one of the passages that may answer contains a gold answer; null when there is no short gold answer.
    /// </summary>
    public bool? OfferContains { get; init; }

    /// <summary>True when the first sentence alone does.</summary>
    public bool? FirstContains { get; init; }

    /// <summary>The marked short answer; null when there is none.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>True when the short answer equals a gold answer; null when one of them is missing.</summary>
    public bool? ShortAnswerIsExact { get; init; }

    /// <summary>True when the short answer contains a gold answer; null when one of them is missing.</summary>
    public bool? ShortAnswerContains { get; init; }

    /// <summary>Token F1 of the short answer, or of the first sentence where none is marked; null without gold.</summary>
    public double? F1 { get; init; }

    public IReadOnlyList<CitedQuote> Citations { get; init; } = [];

    /// <summary>The ten best documents of the search, best first; null when there was nothing to search.</summary>
    public IReadOnlyList<string>? RankedDocs { get; init; }

    /// <summary>
    /// nDCG@10 of a search with the last turn alone; null unless it is a follow-up with gold documents.
    /// </summary>
    public double? LastTurnNdcg { get; init; }

    /// <summary>
    /// nDCG@10 of a search with the gold rewrite; null unless it is a follow-up with a rewrite and gold documents.
    /// </summary>
    public double? RewriteNdcg { get; init; }

    /// <summary>
    /// Share of the gold rewrite's words that the search used; null unless it is a follow-up with a rewrite.
    /// </summary>
    public double? RewriteRecall { get; init; }

    /// <summary>Share of the gold rewrite's words that the last turn has.</summary>
    public double? LastTurnRewriteRecall { get; init; }

    public double ElapsedMs { get; init; }

    /// <summary>The explanation of the draft; null unless it was asked for, and when no article was searched.</summary>
    [JsonIgnore]
    public AnswerTrace? Trace { get; init; }

    /// <summary>The cross-validation group: the article it is about; its own id when it is about none.</summary>
    [JsonIgnore]
    public string ArticleUnderTest => (SourceDocId ?? (DocIds.Count > 0 ? DocIds[0] : Id)).Split('#')[0];

    /// <summary>nDCG@10 of the search by the resolved question; null without gold documents.</summary>
    [JsonIgnore]
    public double? Ndcg => HasRanking ? Ranking.NdcgAt(10, RankedDocs!, DocIds) : null;

    /// <summary>True when the ranking can be judged.</summary>
    [JsonIgnore]
    public bool HasRanking => RankedDocs is not null && DocIds.Count > 0;

    /// <summary>True when an answer to it would be right or wrong.</summary>
    [JsonIgnore]
    public bool IsGradable => IsAnswerable == false || (IsAnswerable == true && HasGold);

    /// <summary>True when there is gold to compare an answer with.</summary>
    [JsonIgnore]
    public bool HasGold => Gold.Count > 0 || GoldSentences.Count > 0;

    /// <summary>Whether a sentence of an answer answers the question.</summary>
    public bool IsGold(string sentence) =>
        GoldSentences.Count > 0
            ? SquadText.ContainsAny(sentence, GoldSentences)
                || (
                    sentence.Length >= MinPartLength
                    && GoldSentences.Any(gold => SquadText.ContainsAny(gold, [sentence]))
                )
            : SquadText.ContainsAny(sentence, Gold);

    /// <summary>True when users get the gold answer: in the answer, or in one of the offered passages.</summary>
    [JsonIgnore]
    public bool IsQuotedOrOffered =>
        Verdict == Verdict.Right || (Outcome == AnswerOutcome.Offered && OfferContains == true);

    /// <summary>
    /// True when it was answered at the shipped threshold, the answer contains the gold answer, and a gold document is
    /// cited for it.
    /// </summary>
    [JsonIgnore]
    public bool IsRightAndCited =>
        Verdict == Verdict.Right && Citations.Any(c => c.HoldsGold && DocIds.Contains(c.DocId, StringComparer.Ordinal));
}
