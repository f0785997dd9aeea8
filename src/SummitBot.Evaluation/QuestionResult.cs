using System.Text.Json.Serialization;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Evaluation;

/// <summary>What became of one question. The answer is the drafted one, shown here even where it is refused.</summary>
public sealed record QuestionResult
{
    /// <summary>Characters: an answer of so many may be a part of the sentence that answers.</summary>
    private const int ShortestPart = 20;

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

    /// <summary>The documents that hold the answer.</summary>
    public IReadOnlyList<string> DocIds { get; init; } = [];

    /// <inheritdoc cref="EvaluationQuestion.SourceDocId"/>
    public string? SourceDocId { get; init; }

    public bool IsFollowUp { get; init; }

    /// <summary>The words searched by; null when they are the question's own.</summary>
    public string? Resolved { get; init; }

    /// <summary>Words of earlier turns that helped the search.</summary>
    public IReadOnlyList<string> ContextWords { get; init; } = [];

    /// <summary>The outcome at the shipped threshold.</summary>
    public AnswerOutcome Outcome { get; init; }

    public Verdict Verdict { get; init; } = Verdict.Ungraded;

    public double Confidence { get; init; }

    /// <summary>The sentences, without marks; empty when nothing was drafted.</summary>
    public string Answer { get; init; } = "";

    public int SentenceCount { get; init; }

    /// <summary>The answer holds a gold answer and is short enough; null when there is no short gold answer.</summary>
    public bool? Contains { get; init; }

    /// <summary>One of the passages that may answer holds a gold answer; null when there is no short gold answer.</summary>
    public bool? OfferContains { get; init; }

    /// <summary>The first sentence alone does.</summary>
    public bool? FirstContains { get; init; }

    /// <summary>The words marked as answering by themselves; null when none are.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>The short answer is a gold answer; null when one of them is missing.</summary>
    public bool? ShortAnswerIsExact { get; init; }

    /// <summary>The short answer holds a gold answer; null when one of them is missing.</summary>
    public bool? ShortAnswerContains { get; init; }

    /// <summary>Token F1 of the short answer, or of the first sentence where none is marked; null without gold.</summary>
    public double? F1 { get; init; }

    public IReadOnlyList<CitedQuote> Citations { get; init; } = [];

    /// <summary>The ten best documents of the search, best first; null when there was nothing to search.</summary>
    public IReadOnlyList<string>? RankedDocs { get; init; }

    /// <summary>nDCG@10 of a search by the last turn alone; null unless it is a follow-up with gold documents.</summary>
    public double? LastTurnNdcg { get; init; }

    /// <summary>nDCG@10 of a search by the gold rewrite; null unless it is a follow-up that has one and gold documents.</summary>
    public double? RewriteNdcg { get; init; }

    /// <summary>Share of the gold rewrite's words that are searched by; null unless it is a follow-up that has one.</summary>
    public double? RewriteRecall { get; init; }

    /// <summary>Share of the gold rewrite's words that the last turn has.</summary>
    public double? LastTurnRewriteRecall { get; init; }

    public double ElapsedMs { get; init; }

    /// <summary>How the draft came about; null unless that was asked for, and when no article was searched.</summary>
    [JsonIgnore]
    public AnswerTrace? Trace { get; init; }

    /// <summary>What is left out together in cross-validation: the article it is about; its own id when it is about none.</summary>
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

    /// <summary>True when an answer can be held against something.</summary>
    [JsonIgnore]
    public bool HasGold => Gold.Count > 0 || GoldSentences.Count > 0;

    /// <summary>Whether a sentence of an answer answers the question.</summary>
    public bool IsGold(string sentence) =>
        GoldSentences.Count > 0
            ? SquadText.ContainsAny(sentence, GoldSentences)
                || (
                    sentence.Length >= ShortestPart
                    && GoldSentences.Any(gold => SquadText.ContainsAny(gold, [sentence]))
                )
            : SquadText.ContainsAny(sentence, Gold);

    /// <summary>The gold answer is in what users get: in the answer, or in one of the passages offered.</summary>
    [JsonIgnore]
    public bool IsQuotedOrOffered =>
        Verdict == Verdict.Right || (Outcome == AnswerOutcome.Offered && OfferContains == true);

    /// <summary>Answered at the shipped threshold, the answer holds the gold answer, and a gold document is cited for it.</summary>
    [JsonIgnore]
    public bool IsRightAndCited =>
        Verdict == Verdict.Right && Citations.Any(c => c.HoldsGold && DocIds.Contains(c.DocId, StringComparer.Ordinal));
}
