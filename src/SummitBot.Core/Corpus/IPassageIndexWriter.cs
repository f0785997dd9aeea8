using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>
/// One writing session of one or more commits. Readers see nothing before <see cref="Commit"/>; disposing discards
/// uncommitted changes. <see cref="Put"/> and <see cref="Remove"/> may be called from several threads.
/// </summary>
/// <remarks>Every member throws <see cref="IndexUnavailableException"/> when the disk is full or fails.</remarks>
public interface IPassageIndexWriter : IDisposable
{
    /// <summary>
    /// Adds the article with its passages and replaces an older one with the same id. The passages are enumerated once;
    /// when that throws, nothing is added.
    /// </summary>
    void Put(Article article, IEnumerable<Passage> passages);

    /// <summary>Removes an article and its passages; does nothing when there is none with that id.</summary>
    void Remove(ArticleId id);

    /// <summary>
    /// Makes all changes visible at once, with their sources; on failure the previous commit stays in effect.
    /// </summary>
    void Commit(IReadOnlyList<string> corpus, bool isExplicit, IReadOnlyList<IndexedSource> sources);
}
