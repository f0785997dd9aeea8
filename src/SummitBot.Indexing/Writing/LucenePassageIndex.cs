using Lucene.Net.Index;
using SummitBot.Core.Access;
using SummitBot.Core.Corpus;
using SummitBot.Indexing.Search;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Writing;

internal sealed class LucenePassageIndex(IndexFolder folder, PassageSearchers searchers, TimeProvider time)
    : IPassageIndex
{
    public IndexManifest? ReadManifest(out IndexError? error)
    {
        try
        {
            error = null;
            searchers.Refresh();
            return searchers.Use(AccessScope.Everything, Read);
        }
        catch (IndexUnavailableException e)
        {
            error = e.Error;
            return null;
        }
    }

    public IPassageIndexWriter OpenWriter(bool rebuild) =>
        folder.Writing<IPassageIndexWriter>(() =>
        {
            folder.Prepare();
            bool isFresh = !folder.HasCommit || (rebuild && IsBeyondReading());
            if (isFresh)
            {
                folder.RemoveRemains();
            }
            else if (!rebuild)
            {
                RefuseOtherLayout();
            }

            return new LucenePassageIndexWriter(folder, searchers, time, rebuild);
        });

    private void RefuseOtherLayout()
    {
        var commit = new SegmentInfos();
        commit.Read(folder.Directory);
        if (!IndexLayout.IsOurs(commit.UserData))
        {
            throw LuceneErrorMapper.Describe(IndexError.OtherLayout, folder);
        }
    }

    private static IndexManifest Read(PassageSearcher searcher)
    {
        int[] documents = [.. searcher.DocumentsWith(IndexLayout.ManifestKind)];
        if (documents is not [var document])
        {
            throw new InvalidDataException("A commit of the index has no manifest, or several.");
        }

        int articles = searcher.DocumentsWith(IndexLayout.ArticleKind).Count();
        int passages = searcher.IndexReader.NumDocs - articles - documents.Length;
        return ManifestRecord.Read(searcher.GetRecord(document), passages);
    }

    /// <summary>
    /// True when even the list of segments cannot be read, so the engine could not replace it either.
    /// </summary>
    private bool IsBeyondReading()
    {
        try
        {
            return folder.Reading(() =>
            {
                new SegmentInfos().Read(folder.Directory);
                return false;
            });
        }
        catch (IndexUnavailableException e)
        {
            return e.Error is IndexError.Corrupt or IndexError.OtherLayout or IndexError.Missing;
        }
    }
}
