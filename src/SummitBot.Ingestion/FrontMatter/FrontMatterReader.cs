using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;
using SummitBot.Language;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>
/// Reads the known keys of front matter and ignores the others. It uses YAML events, not a document tree, so no file
/// can make it recurse, and values stay the characters that were written.
/// </summary>
internal static class FrontMatterReader
{
    private const int MaxDepth = 100;
    private const int MaxLength = 100_000;
    private const int MaxValues = 100;

    /// <summary>A value that begins with one of these is not plain text.</summary>
    private const string Indicators = "[]{}\"'&*!|>%@`#-?:,";

    private const string Dashes = "The front matter begins with '---' and is YAML: ";

    /// <summary>The metadata in the front matter at the top of a text, and the text below it.</summary>
    /// <exception cref="ArticleReadException">The front matter does not parse or a value is invalid.</exception>
    public static (ArticleMetadata Metadata, string Body) Read(string text)
    {
        FrontMatterBlock block = FrontMatterBlock.Split(text);
        if (block.Yaml is null)
        {
            return (ArticleMetadata.None, block.Body);
        }

        if (block.Yaml.Length > MaxLength)
        {
            FormattableString sentence =
                $"it has {block.Yaml.Length:N0} characters, the limit is {MaxLength:N0}: shorten it.";
            throw Malformed(default, FormattableString.Invariant(sentence));
        }

        if (block.IsToml)
        {
            return (ReadToml(block.Yaml), block.Body);
        }

        try
        {
            return (ReadYaml(block.Yaml), block.Body);
        }
        catch (YamlException e)
        {
            throw Malformed(
                e.End,
                "this is not YAML that can be read: write 'key: value', with quotes around a value that holds ': ' or begins with a special character."
            );
        }
    }

    /// <summary>
    /// Reads YAML. A title such as <c>Minutes: the new roof</c> is none without quotes: when it does not parse, such
    /// values are read as they are written.
    /// </summary>
    /// <exception cref="YamlException">It is not YAML with these quotes either.</exception>
    private static ArticleMetadata ReadYaml(string yaml)
    {
        try
        {
            return ReadKeys(new Parser(new StringReader(yaml)));
        }
        catch (YamlException)
        {
            string quoted = string.Join('\n', yaml.Split('\n').Select(QuoteColon));
            return ReadKeys(new Parser(new StringReader(quoted)));
        }
    }

    /// <summary>
    /// Quotes the value of a line <c>key: value</c> that has a colon before a space or at its end, but no quotes, other
    /// syntax or comment. Other lines stay as they are.
    /// </summary>
    private static string QuoteColon(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0 || !line[..colon].All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
        {
            return line;
        }

        string value = line[(colon + 2)..].Trim();
        bool isPlain =
            value.Length > 0 && !Indicators.Contains(value[0]) && !value.Contains(" #", StringComparison.Ordinal);
        bool hasColon = value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':');
        return isPlain && hasColon ? $"{line[..colon]}: '{value.Replace("'", "''", StringComparison.Ordinal)}'" : line;
    }

    private static ArticleMetadata ReadKeys(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.Accept<DocumentStart>(out _))
        {
            return ArticleMetadata.None;
        }

        parser.MoveNext();
        if (!parser.Accept<MappingStart>(out _))
        {
            bool isEmpty = parser.Current is Scalar { Value: "" };
            return isEmpty
                ? ArticleMetadata.None
                : throw Malformed(
                    parser.Current?.Start ?? default,
                    "a line 'key: value' was expected here: write one, or remove the '---' of the first line."
                );
        }

        parser.MoveNext();
        ArticleMetadata metadata = ArticleMetadata.None;
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            ParsingEvent key = parser.Current!;
            string? name = (key as Scalar)?.Value;
            SkipNode(parser);
            Scalar? value = parser.Current as Scalar;
            List<string> all = ReadValues(parser);
            if (name is not null && !values.TryAdd(name, all))
            {
                throw Malformed(key.Start, $"'{name}' stands here for the second time: remove one of the two.");
            }

            metadata = name is null ? metadata : With(metadata, name, value, key.Start);
        }

        ReadToEnd(parser);
        return GeneratorKeys.Complete(metadata, values);
    }

    /// <summary>The same keys in TOML, where an invalid value is ignored.</summary>
    private static ArticleMetadata ReadToml(string toml)
    {
        Dictionary<string, IReadOnlyList<string>> values = TomlFrontMatter.Read(toml);
        string? Value(string key) => values.GetValueOrDefault(key)?.FirstOrDefault(v => v.Length > 0);

        bool hasLanguage = LanguageTag.TryParse(Value("language") ?? "", out string language);
        var metadata = new ArticleMetadata
        {
            Id = ArticleId.IsValid(Value("id")) ? new ArticleId(Value("id")!) : null,
            Title = Value("title"),
            Published = Value("published") is { } day ? PublishedDate.Parse(day) : null,
            Url = WebAddress.Parse(Value("url")),
            Publisher = Value("publisher"),
            Language = hasLanguage && language != LanguageCodes.Unknown ? language : null,
        };
        return GeneratorKeys.Complete(metadata, values);
    }

    private static ArticleMetadata With(ArticleMetadata metadata, string key, Scalar? scalar, Mark place)
    {
        if (key is not ("id" or "title" or "published" or "url" or "publisher" or "language"))
        {
            return metadata;
        }

        string value = CleanText.Line(scalar?.Value ?? throw Malformed(place, $"'{key}' must be a single value."));
        bool isNull = value.Length == 0 || (scalar.Style == ScalarStyle.Plain && value is "~" or "null");
        return isNull
            ? metadata
            : key switch
            {
                "id" => metadata with { Id = ParseId(value, place) },
                "title" => metadata with { Title = value },
                "published" when GeneratorKeys.IsFalse(value) || GeneratorKeys.IsTrue(value) => metadata,
                "published" => metadata with { Published = ParseDate(value, place) },
                "url" => metadata with { Url = ParseUrl(value, place) },
                "publisher" => metadata with { Publisher = value },
                _ => metadata with { Language = ParseLanguage(value, place) },
            };
    }

    private static ArticleId ParseId(string value, Mark place) =>
        ArticleId.IsValid(value)
            ? new ArticleId(value)
            : throw Malformed(
                place,
                $"the id '{Shorten(value)}' is no article id: use letters, digits, '-', '_' and '.', at most {ArticleId.MaxLength} characters."
            );

    private static DateOnly ParseDate(string value, Mark place) =>
        PublishedDate.Parse(value)
        ?? throw Malformed(place, $"'published: {Shorten(value)}' is no date: write it like 2023-09-13.");

    private static Uri ParseUrl(string value, Mark place) =>
        WebAddress.Parse(value)
        ?? throw Malformed(
            place,
            $"'url: {Shorten(value)}' is no absolute http or https address: write it like https://example.org/article."
        );

    private static string? ParseLanguage(string value, Mark place)
    {
        if (!LanguageTag.TryParse(value, out string language))
        {
            throw Malformed(
                place,
                $"'language: {Shorten(value)}' is no language code: write two or three letters, like 'en' or 'pt-BR'."
            );
        }

        return language == LanguageCodes.Unknown ? null : language;
    }

    /// <summary>Skips the current value at any nesting depth.</summary>
    private static void SkipNode(Parser parser) => _ = ReadValues(parser);

    /// <summary>
    /// Reads the current value and returns its texts: the one of a scalar, the items of a list, and the names of a
    /// mapping or of a list of mappings, which is a common form for authors.
    /// </summary>
    private static List<string> ReadValues(Parser parser)
    {
        var values = new List<string>();
        bool isMapping = parser.Current is MappingStart;
        int keyDepth = isMapping ? 1 : 2;
        string? key = null;
        int depth = 0;
        do
        {
            if (parser.Current is not Scalar scalar)
            {
                key = null;
            }
            else
            {
                bool isName = depth == keyDepth && key == "name";
                bool isItem = depth == 0 || (depth == 1 && !isMapping && values.Count < MaxValues);
                if (isItem || isName)
                {
                    values.Add(CleanText.Line(scalar.Value));
                }

                key = depth == keyDepth && key is null ? scalar.Value : null;
            }

            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
            {
                throw Malformed(
                    parser.Current.Start,
                    $"lists and mappings nest more than {MaxDepth} deep: flatten them."
                );
            }

            parser.MoveNext();
        } while (depth > 0);

        return values;
    }

    /// <summary>Lets the parser find errors after the last key.</summary>
    private static void ReadToEnd(Parser parser)
    {
        while (parser.MoveNext())
        {
            if (parser.Current is DocumentStart second)
            {
                throw Malformed(second.Start, Dashes + "only one document may stand in it.");
            }
        }
    }

    private static string Shorten(string value) => value.Length <= 60 ? value : value[..57] + "...";

    /// <summary>The line number counts from 1 within the YAML, which starts on the second line of the file.</summary>
    private static ArticleReadException Malformed(Mark place, string sentence) =>
        new(ArticleReadError.Malformed, $"Line {Math.Max(place.Line, 1) + 1}, front matter: {sentence}");
}
