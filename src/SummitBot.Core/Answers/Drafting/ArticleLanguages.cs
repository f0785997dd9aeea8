using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>
/// Tells a question whose articles are all in another language. Its words do not stand in them, and the few names that
/// do say nothing of the answer.
/// </summary>
internal sealed class ArticleLanguages(ITermStatistics statistics)
{
    /// <summary>
    /// The language of the articles, ISO 639-1, when it surely is not that of the question; otherwise null.
    /// </summary>
    /// <param name="passages">What was found, best first.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public string? FindOther(ResolvedQuestion question, IReadOnlyList<RetrievedPassage> passages)
    {
        if (passages.Count > 0)
        {
            return passages.All(p => IsOther(question, p)) ? passages[0].Article.Language : null;
        }

        (string Language, int Passages)[] read =
        [
            .. LanguageProfiles
                .Codes.Select(c => (Language: c, Passages: statistics.PassageCount(c, question.Scope)))
                .Where(c => c.Passages > 0)
                .OrderByDescending(c => c.Passages),
        ];
        return read.Length > 0 && Array.TrueForAll(read, c => IsOther(question, c.Language)) ? read[0].Language : null;
    }

    /// <summary>Short articles are sometimes taken for another language, so their words must agree.</summary>
    private static bool IsOther(ResolvedQuestion question, RetrievedPassage passage) =>
        IsOther(question, passage.Article.Language)
        && QuestionLanguage.Detect(passage.Passage.Text, question.Language) != question.Language;

    /// <summary>Languages without word lists are taken for a similar one, and names alone for English.</summary>
    private static bool IsOther(ResolvedQuestion question, string language) =>
        language != question.Language
        && LanguageProfiles.Codes.Contains(language, StringComparer.Ordinal)
        && QuestionLanguage.Detect(question.Asked, language) == question.Language;
}
