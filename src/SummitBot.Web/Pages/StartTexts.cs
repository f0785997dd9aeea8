using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SummitBot.Language;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Pages;

/// <summary>The texts of the start page in one language, from <c>Assets/start/{code}.json</c>.</summary>
public sealed record StartTexts
{
    /// <summary>Read once each.</summary>
    private static readonly Dictionary<string, StartTexts> ByLanguage = ChatPhrases.Codes.ToDictionary(
        code => code,
        Parse,
        StringComparer.Ordinal
    );

    /// <summary>ISO 639-1 code of the language.</summary>
    public string Language { get; init; } = LanguageCodes.English;

    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Question { get; init; }
    public required string Ask { get; init; }

    /// <summary>Introduces the suggested questions.</summary>
    public required string Starters { get; init; }

    public required string NoScript { get; init; }

    /// <summary>Heads the figures about the articles.</summary>
    public required string Read { get; init; }

    /// <summary>Below the number of articles: for one and for more, separated by a bar, or one text for all numbers.</summary>
    public required string Articles { get; init; }

    /// <inheritdoc cref="Articles"/>
    public required string Passages { get; init; }

    /// <inheritdoc cref="Articles"/>
    public required string Languages { get; init; }

    public required string Published { get; init; }
    public required string ByYear { get; init; }
    public required string Newest { get; init; }

    /// <summary><c>{0}</c>: the number of articles.</summary>
    public required string All { get; init; }

    /// <summary>There is no index yet.</summary>
    public required string Reading { get; init; }

    /// <summary>There are no articles.</summary>
    public required string None { get; init; }

    public required string Developers { get; init; }
    public required string Embed { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string Json { get; init; }

    public bool IsRightToLeft => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft;

    /// <summary>In the first language of the visitor that has texts; otherwise in English.</summary>
    /// <param name="accepted">The header <c>Accept-Language</c>.</param>
    public static StartTexts For(IEnumerable<StringWithQualityHeaderValue> accepted) =>
        accepted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language =>
                ByLanguage.GetValueOrDefault(language.Value.ToString().Split('-')[0].ToLowerInvariant())
            )
            .FirstOrDefault(texts => texts is not null)
        ?? ByLanguage[LanguageCodes.English];

    private static StartTexts Parse(string code) =>
        JsonSerializer.Deserialize<StartTexts>(
            EmbeddedAsset.Read($"start/{code}.json"),
            JsonSerializerOptions.Web
        )! with
        {
            Language = code,
        };
}
