using SummitBot.Core.Answers;
using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

/// <summary>Question results by hand.</summary>
internal static class QuestionResults
{
    public static QuestionResult Answerable(string id, Verdict verdict, double confidence = 0.5) =>
        new()
        {
            Id = id,
            Question = $"Question {id}?",
            IsAnswerable = true,
            Gold = ["Amur"],
            DocIds = ["doc#1"],
            Verdict = verdict,
            Outcome = verdict == Verdict.NotAnswered ? AnswerOutcome.NotInCorpus : AnswerOutcome.Answered,
            Confidence = confidence,
            Answer = verdict == Verdict.Right ? "In Amur." : "In Moscow.",
            SentenceCount = 1,
            Contains = verdict == Verdict.Right,
            FirstContains = verdict == Verdict.Right,
            F1 = verdict == Verdict.Right ? 0.5 : 0,
            RankedDocs = ["doc#2", "doc#1"],
            Citations = [Quote(verdict == Verdict.Right ? "In Amur." : "In Moscow.", verdict == Verdict.Right)],
            ElapsedMs = 2,
        };

    public static QuestionResult Unanswerable(string id, Verdict verdict, double confidence) =>
        new()
        {
            Id = id,
            Question = $"Question {id}?",
            IsAnswerable = false,
            Verdict = verdict,
            Outcome = verdict == Verdict.RightlyRefused ? AnswerOutcome.NotInCorpus : AnswerOutcome.Answered,
            Confidence = confidence,
            Answer = "In Moscow.",
            SentenceCount = 1,
            Citations = [Quote("In Moscow.", holdsGold: false)],
            RankedDocs = ["doc#2"],
            ElapsedMs = 4,
        };

    public static EvaluationReport Report(string name, params QuestionResult[] questions) =>
        new(0.5, 1, [DataSetResult.Create(name, questions)]);

    private static CitedQuote Quote(string text, bool holdsGold) =>
        new(text, holdsGold ? "doc#1" : "doc#2", "Doc", text, 0, text.Length, holdsGold, IsVerbatim: true);
}
