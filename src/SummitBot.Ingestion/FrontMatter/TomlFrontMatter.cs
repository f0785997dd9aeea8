using System.Collections;
using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;
using Tomlyn;
using Tomlyn.Model;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>Reads TOML front matter between two lines <c>+++</c>, as in Hugo and Zola.</summary>
internal static class TomlFrontMatter
{
    private static readonly TomlSerializerOptions Options = new() { MaxDepth = 50 };

    /// <summary>The values of each key, including Zola's taxonomies.</summary>
    /// <exception cref="ArticleReadException">It is not TOML.</exception>
    public static Dictionary<string, IReadOnlyList<string>> Read(string toml)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string key, object value) in Parse(toml))
        {
            if (value is TomlTable table && !GroupKeys.IsKey(key))
            {
                foreach ((string inner, object innerValue) in table)
                {
                    values.TryAdd(inner, ReadValues(innerValue));
                }
            }
            else
            {
                values[key] = ReadValues(value);
            }
        }

        return values;
    }

    private static TomlTable Parse(string toml)
    {
        try
        {
            return TomlSerializer.Deserialize<TomlTable>(toml, Options) ?? [];
        }
        catch (TomlException e)
        {
            throw new ArticleReadException(
                ArticleReadError.Malformed,
                FormattableString.Invariant(
                    $"Line {(e.Line ?? 1) + 1}, front matter: it begins with '+++' and is TOML, but cannot be read there: write 'key = \"value\"'."
                )
            );
        }
    }

    private static List<string> ReadValues(object? value) =>
        value switch
        {
            null => [],
            string text => [CleanText.Line(text)],
            bool flag => [flag ? "true" : "false"],
            IDictionary => [],
            IEnumerable list => [.. list.Cast<object?>().Take(100).SelectMany(ReadValues)],
            _ => [CleanText.Line(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")],
        };
}
