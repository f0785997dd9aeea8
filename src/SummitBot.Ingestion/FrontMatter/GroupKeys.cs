using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>
/// The keys that say who may see an article. Other keys may be wrong without harm; an article that is restricted must not be
/// public because of a slip, so that it is refused instead.
/// </summary>
internal static class GroupKeys
{
    public static bool IsKey(string key) =>
        key.Equals("groups", StringComparison.OrdinalIgnoreCase)
        || key.Equals("group", StringComparison.OrdinalIgnoreCase);

    /// <summary>The groups that the values name; null when there is no such key.</summary>
    /// <exception cref="ArticleReadException">The key is there, but leaves open who is meant.</exception>
    public static GroupNames? Read(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        string[] keys = [.. values.Keys.Where(IsKey)];
        return keys.Length == 0 ? null : Read([.. keys.SelectMany(key => values[key])]);
    }

    /// <summary>The groups that are named, one or several with commas between them in each text.</summary>
    /// <exception cref="ArticleReadException">It is not said who is meant.</exception>
    public static GroupNames Read(IReadOnlyList<string> texts) =>
        GroupNames.Read([.. texts.SelectMany(t => t.Split(','))], out string? problem)
        ?? throw new ArticleReadException(
            ArticleReadError.Malformed,
            $"'groups' {problem}. The article stays out until that is clear."
        );
}
