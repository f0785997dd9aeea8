using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>
/// One writing session of one or more commits. Nothing is seen by readers before <see cref="Commit"/>; disposing drops what
/// no commit followed.
/// <see cref="Put"/> and <see cref="Remove"/> may be called from several threads.
/// </summary>
/// <remarks>Every member throws <see cref="IndexUnavailableException"/> when the disk is full or fails.</remarks>
public interface IPassageIndexWriter : IDisposable
{
    /// <summary>
    /// Adds the article with its passages, in place of an older one of the same id. The passages are enumerated once; when
    /// that throws, nothing is added.
    /// </summary>
    void Put(Article article, IEnumerable<Passage> passages);

    /// <summary>Removes an article and its passages; nothing happens when there is none of that id.</summary>
    void Remove(ArticleId id);

    /// <summary>Makes all of it visible at once, with its sources; on failure the former commit stays in force.</summary>
    void Commit(IReadOnlyList<string> corpus, bool isExplicit, IReadOnlyList<IndexedSource> sources);
}
