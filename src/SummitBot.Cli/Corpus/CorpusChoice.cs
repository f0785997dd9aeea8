using Microsoft.Extensions.Options;
using SummitBot.Cli.Commands;
using SummitBot.Core.Corpus;

namespace SummitBot.Cli.Corpus;

/// <summary>
/// Chooses the corpus of a command: the one named on the command line; otherwise, if an index is named there, the
/// corpus of that index; otherwise the one in the settings.
/// </summary>
public sealed class CorpusChoice(IPassageIndex index, IOptions<CorpusOptions> settings, CommonFlagValues flags)
{
    /// <param name="named">Files and folders from the command line; may be empty.</param>
    /// <param name="manifest">The manifest of the index; null when there is none that can be read.</param>
    public IndexingRequest Choose(IReadOnlyList<string> named, out IndexManifest? manifest)
    {
        ArgumentNullException.ThrowIfNull(named);
        manifest = index.ReadManifest(out _);
        if (named.Count > 0 && !(flags.Index is null && CorpusIndexPath.IsSame(named, settings.Value.Paths)))
        {
            return new IndexingRequest(named, IsExplicit: true);
        }

        return flags.Index is not null && manifest is { IsExplicit: true, Corpus.Count: > 0 }
            ? new IndexingRequest(manifest.Corpus, IsExplicit: true)
            : new IndexingRequest(settings.Value.AllPaths) { PathsThatMayBeMissing = settings.Value.SourcePaths };
    }
}
