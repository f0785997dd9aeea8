using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;

namespace SummitBot.Core.Diagnosis;

/// <summary>Whether there are articles, and an index to answer from.</summary>
internal sealed class IndexSelfCheck(
    IPassageIndex index,
    IOptions<CorpusOptions> corpus,
    IOptions<IndexOptions> options
) : ISelfCheck
{
    private const string ItIsMade = "the host makes it as it starts, `summitbot ask` at its first question";

    public string Subject => "index";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        IndexManifest? manifest = index.ReadManifest(out IndexError? error);
        IReadOnlyList<string> paths = manifest is { IsExplicit: true } ? manifest.Corpus : corpus.Value.Paths;
        foreach (string path in paths.Where(p => !Path.Exists(p)))
        {
            yield return new Finding(
                "corpus",
                FindingLevel.Error,
                $"There is no file or folder {Path.GetFullPath(path)}: put articles there, or name another one with SummitBot:Corpus:Paths or --corpus."
            );
        }

        yield return manifest is null ? WithoutIndex(error) : CreateFinding(manifest);
    }

    private Finding WithoutIndex(IndexError? error)
    {
        string folder = Path.GetFullPath(options.Value.Path);
        return error switch
        {
            null or IndexError.Missing => new Finding(
                Subject,
                FindingLevel.Warning,
                $"There is no index in {folder} yet: {ItIsMade}."
            ),
            IndexError.Corrupt or IndexError.OtherLayout => new Finding(
                Subject,
                FindingLevel.Warning,
                $"The index in {folder} is damaged or of another version: it is made anew when a question is asked, or by `summitbot index --rebuild`."
            ),
            _ => new Finding(
                Subject,
                FindingLevel.Error,
                $"The index in {folder} cannot be read: check the folder and its rights, or name another one with SummitBot:Index:Path."
            ),
        };
    }

    private Finding CreateFinding(IndexManifest manifest)
    {
        string folder = Path.GetFullPath(options.Value.Path);
        int articles = manifest.Sources.Count(s => s.Article is not null);
        int failures = manifest.Sources.Count(s => s.Failure is not null);
        if (articles == 0)
        {
            return new Finding(
                Subject,
                FindingLevel.Error,
                $"The index in {folder} holds no article: put .md, .txt or .html files into the corpus."
            );
        }

        string holds = string.Create(
            CultureInfo.InvariantCulture,
            $"The index in {folder} holds {articles} articles in {manifest.PassageCount} passages, written {manifest.CommittedAt:yyyy-MM-dd HH:mm} UTC"
        );
        return failures == 0
            ? new Finding(Subject, FindingLevel.Ok, $"{holds}.")
            : new Finding(
                Subject,
                FindingLevel.Warning,
                $"{holds}; {failures} files could not be read: `summitbot index` says why."
            );
    }
}
