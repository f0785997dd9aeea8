using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Web.Pages;

/// <summary>Finds passages by words that somebody typed, for the pages that list articles.</summary>
internal static class ArticleSearch
{
    /// <summary>Maximum number of characters that are searched.</summary>
    public const int MaxWordsLength = 200;

    /// <summary>What is searched of the words; empty for none.</summary>
    public static string Trim(string? words)
    {
        string trimmed = (words ?? "").Trim();
        return trimmed[..Math.Min(trimmed.Length, MaxWordsLength)];
    }

    /// <summary>The best passages first; none for no words.</summary>
    /// <param name="words">As <see cref="Trim"/> returns them.</param>
    /// <param name="count">At most so many.</param>
    public static async Task<IReadOnlyList<RetrievedPassage>> FindAsync(
        IPassageRetriever retriever,
        string words,
        int count,
        AccessScope scope,
        CancellationToken cancellationToken
    ) =>
        words.Length == 0
            ? []
            : await retriever.RetrieveAsync(
                new RetrievalQuery(words, QuestionLanguage.Detect(words)) { Count = count, Scope = scope },
                cancellationToken
            );
}
