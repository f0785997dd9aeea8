using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>"The articles don't say", with the closest articles.</summary>
internal static class Refusal
{
    private const int MaxClosestArticles = 3;

    /// <param name="otherLanguage">The language of the articles when it is not that of the question.</param>
    public static Answer Create(
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        double confidence,
        string writer,
        string? otherLanguage = null
    )
    {
        ArticleSummary[] closest = [.. passages.Select(p => p.Article).DistinctBy(a => a.Id).Take(MaxClosestArticles)];
        return new Answer
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.NotInCorpus,
            Confidence = confidence,
            Text = AnswerText.FromRefusal(closest, question.Language, otherLanguage),
            Lead = AnswerText.LeadOfRefusal(closest, question.Language, otherLanguage),
            Closest = closest,
            Writer = writer,
        };
    }
}
