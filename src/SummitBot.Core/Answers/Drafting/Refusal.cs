using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>"The articles don't say", with the closest articles.</summary>
internal static class Refusal
{
    private const int MostClosestArticles = 3;

    public static Answer Of(
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        double confidence,
        string writer
    )
    {
        ArticleSummary[] closest = [.. passages.Select(p => p.Article).DistinctBy(a => a.Id).Take(MostClosestArticles)];
        return new Answer
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.NotInCorpus,
            Confidence = confidence,
            Text = AnswerText.OfRefusal(closest, question.Language),
            Lead = AnswerText.LeadOfRefusal(closest, question.Language),
            Closest = closest,
            Writer = writer,
        };
    }
}
