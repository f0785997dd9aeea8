using System.Globalization;
using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Web.Corpus;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>What the articles come from, which of it went stale, and why.</summary>
public sealed class SourcesPage(
    IOptions<CorpusOptions> options,
    IArticleCatalog catalog,
    IndexStatus status,
    SourceLog log,
    TimeProvider time
)
{
    /// <summary>Its articles are stale when the source was not had for so many times the pause between two looks.</summary>
    private const int PausesUntilStale = 2;

    public Html ToBody(AdminTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        IReadOnlyList<Source> sources = options.Value.ListSources();
        var counts = CountArticles(sources);
        Html table = AdminMarkup.Table(
            [texts.Source, texts.State, texts.LastError, texts.LastSuccess, texts.NextLook, texts.Articles],
            sources
                .Select(s => s.IsFetched ? FetchedRow(texts, s) : FolderRow(texts, s.Name, Path.Exists(s.Folder)))
                .Append(FolderRow(texts, texts.OwnFolders, exists: true))
                .Zip(sources.Select(s => s.Name).Append(""))
                .Select(row => AdminMarkup.Row([.. row.First, Number(counts.GetValueOrDefault(row.Second))]))
        );
        return status.Failures == 0
            ? table
            : Html.From($"{table}\n<p>{AdminMarkup.Fill(texts.FilesUnreadable, status.Failures)}</p>");
    }

    private string[] FetchedRow(AdminTexts texts, Source source)
    {
        if (log.Find(source.Name) is not { } state)
        {
            return [source.Name, texts.NotLooked, "", "", ""];
        }

        TimeSpan limit = TimeSpan.FromSeconds(source.Options.EverySeconds) * PausesUntilStale;
        bool isStale = !state.IsSuccess || time.GetUtcNow() - state.SucceededAt > limit;
        return
        [
            source.Name,
            isStale ? texts.Stale : texts.Current,
            state.Error ?? "",
            Format(state.SucceededAt),
            Format(state.NextAt),
        ];
    }

    private string[] FolderRow(AdminTexts texts, string name, bool exists) =>
        [
            name,
            status.RefreshedAt is null ? texts.NotLooked
            : exists ? texts.Current
            : texts.Stale,
            exists ? "" : texts.FolderMissing,
            exists ? Format(status.RefreshedAt) : "",
            options.Value.RefreshSeconds > 0
                ? Format(status.RefreshedAt?.AddSeconds(options.Value.RefreshSeconds))
                : "",
        ];

    /// <summary>The number of articles by the name of their source; without one by an empty name.</summary>
    private Dictionary<string, int> CountArticles(IReadOnlyList<Source> sources) =>
        status.Current is null
            ? []
            : catalog
                .List(AccessScope.Everything)
                .CountBy(article => sources.FirstOrDefault(s => s.Holds(article.Source))?.Name ?? "")
                .ToDictionary();

    private static string Format(DateTimeOffset? time) => time is { } at ? AdminMarkup.FormatTime(at) : "";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
