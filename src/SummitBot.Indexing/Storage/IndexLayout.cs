using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Indexing.Storage;

/// <summary>
/// The document layout of the index. Each article is one contiguous block: the article's document, then its passages by
/// ordinal; so the passage with ordinal n is n positions after its article, in every segment and after every merge. One
/// further document has the manifest.
/// </summary>
internal static class IndexLayout
{
    /// <summary>
    /// Changes whenever this program would misread an index written by an older one, or whenever such an index may have
    /// content that this one rejects.
    /// </summary>
    private const string Revision = "11";

    /// <summary>Part of each commit's user data under <see cref="VersionKey"/>.</summary>
    public const string Version = Revision + "/" + PassageSplitter.Version;

    private const string VersionKey = "layout";

    /// <summary>User data: identifies the index since its creation in an empty folder.</summary>
    private const string LineageKey = "lineage";

    public const LuceneVersion Compatibility = LuceneVersion.LUCENE_48;

    /// <summary>Indexed on all documents of an article: its id.</summary>
    public const string IdField = "id";

    /// <summary>Indexed on documents other than passages: their kind.</summary>
    public const string KindField = "kind";

    /// <summary>Stored on every document: its record, such as <see cref="ArticleRecord"/>.</summary>
    public const string RecordField = "record";

    /// <summary>A binary doc value of articles: their summary, which lists and hits need without the text.</summary>
    public const string SummaryField = "summary";

    /// <summary>Indexed on passages: the day number of publication, or <see cref="Undated"/>.</summary>
    public const string PublishedField = "published";

    /// <summary>Indexed on all documents of an article: <see cref="PublicTerm"/>, or a term for each group that may see it.</summary>
    public const string AccessField = "access";

    /// <summary>Before every day.</summary>
    public const int Undated = -1;

    private const string TextPrefix = "text_";

    private const string GroupPrefix = "group ";

    public static readonly Term ArticleKind = new(KindField, "article");

    public static readonly Term PublicTerm = new(AccessField, "public");

    public static readonly Term ManifestKind = new(KindField, "manifest");

    /// <summary>Measured on questions over encyclopaedia paragraphs: faster saturation than the usual 1.2.</summary>
    public static Similarity Similarity { get; } = new BM25Similarity(k1: 0.9f, b: 0.75f);

    /// <summary>True when this program can read the commit with this user data.</summary>
    public static bool IsOurs(IDictionary<string, string> userData) =>
        userData.TryGetValue(VersionKey, out string? version)
        && string.Equals(version, Version, StringComparison.Ordinal);

    /// <summary>The lineage of the commit with this user data; null when it has none.</summary>
    public static string? GetLineage(IDictionary<string, string>? userData) =>
        userData is not null && userData.TryGetValue(LineageKey, out string? lineage) ? lineage : null;

    /// <summary>The same for no other commit of any index.</summary>
    public static string GetCommitName(IDictionary<string, string>? userData, long generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{GetLineage(userData)}/{generation}");

    public static IDictionary<string, string> GetUserData(string lineage) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [VersionKey] = Version, [LineageKey] = lineage };

    public static Term IdTerm(ArticleId id) => new(IdField, id.Value);

    /// <summary>What an article of these groups has in <see cref="AccessField"/>.</summary>
    public static IEnumerable<Term> GetAccessTerms(GroupNames groups) =>
        groups.Names.Count == 0 ? [PublicTerm] : groups.Names.Select(name => new Term(AccessField, GroupPrefix + name));

    /// <summary>The group of a term of <see cref="AccessField"/>; null for <see cref="PublicTerm"/>.</summary>
    public static string? ParseGroup(string term) =>
        term.StartsWith(GroupPrefix, StringComparison.Ordinal) ? term[GroupPrefix.Length..] : null;

    /// <summary>The field of the passages of a language.</summary>
    public static string TextField(string language) => TextPrefix + language;

    /// <summary>The language of a field; null when the field is not a <see cref="TextField"/>.</summary>
    public static string? GetLanguage(string field) =>
        field.StartsWith(TextPrefix, StringComparison.Ordinal) ? field[TextPrefix.Length..] : null;
}
