using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;

namespace SummitBot.Ingestion.Documents;

/// <summary>Reads the properties of an office document (Dublin Core and its terms).</summary>
internal static class OfficeProperties
{
    private const string CoreProperties = "docProps/core.xml";

    /// <summary>Default titles of programs.</summary>
    private static readonly string[] NoTitles =
    [
        "Document",
        "PowerPoint Presentation",
        "Presentation",
        "Untitled",
        "Slide 1",
    ];

    /// <summary>The properties of an Office Open XML document.</summary>
    public static ArticleMetadata ReadOpenXml(DocumentPackage package)
    {
        if (!package.Has(CoreProperties))
        {
            return ArticleMetadata.None;
        }

        using BoundedXml xml = package.Xml(CoreProperties);
        return Read(xml);
    }

    /// <summary>The properties in a part that contains little else.</summary>
    public static ArticleMetadata Read(BoundedXml xml)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (xml.Read())
        {
            bool isKnown =
                xml.IsStart
                && xml.Name
                    is "title"
                        or "creator"
                        or "initial-creator"
                        or "created"
                        or "creation-date"
                        or "date"
                        or "issued"
                        or "publisher"
                        or "language"
                        or "keywords"
                        or "keyword"
                        or "subject"
                        or "description";
            if (isKnown)
            {
                string name = xml.Name;
                string text = CleanText.Line(xml.ReadText());
                if (text.Length > 0)
                {
                    found.TryAdd(name, text);
                }
            }
        }

        return From(found);
    }

    private static ArticleMetadata From(Dictionary<string, string> found)
    {
        string? date =
            found.GetValueOrDefault("issued")
            ?? found.GetValueOrDefault("created")
            ?? found.GetValueOrDefault("creation-date")
            ?? found.GetValueOrDefault("date");
        string? title = found.GetValueOrDefault("title");
        bool hasLanguage = LanguageTag.TryParse(found.GetValueOrDefault("language") ?? "", out string language);
        return new ArticleMetadata
        {
            Title = title is null || NoTitles.Contains(title, StringComparer.OrdinalIgnoreCase) ? null : title,
            Published = date is null ? null : PublishedDate.Parse(date),
            Author = found.GetValueOrDefault("initial-creator") ?? found.GetValueOrDefault("creator"),
            Publisher = found.GetValueOrDefault("publisher"),
            Language = hasLanguage && language != LanguageCodes.Unknown ? language : null,
            Tags = TagList.Split(found.GetValueOrDefault("keywords") ?? found.GetValueOrDefault("keyword")),
            Description = found.GetValueOrDefault("description"),
        };
    }
}
