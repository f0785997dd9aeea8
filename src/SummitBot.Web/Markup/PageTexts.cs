using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using SummitBot.Language;

namespace SummitBot.Web.Markup;

/// <summary>The texts of pages in one language, from <c>Assets/{folder}/{code}.json</c>.</summary>
public abstract record PageTexts
{
    /// <summary>ISO 639-1 code of the language.</summary>
    [JsonIgnore]
    public string Language { get; private set; } = LanguageCodes.English;

    public bool IsRightToLeft => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft;

    /// <summary>Says that the response depends on the visitor's language, and which one it has.</summary>
    public void SetHeaders(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.Vary = HeaderNames.AcceptLanguage;
        response.Headers.ContentLanguage = Language;
    }

    /// <summary>The texts of all languages by their codes.</summary>
    protected static IReadOnlyDictionary<string, T> ReadAll<T>(string folder)
        where T : PageTexts =>
        ChatPhrases.Codes.ToDictionary(code => code, code => Read<T>(folder, code), StringComparer.Ordinal);

    /// <summary>In the first language of the visitor that has texts; otherwise in English.</summary>
    /// <param name="accepted">The header <c>Accept-Language</c>.</param>
    protected static T Choose<T>(
        IReadOnlyDictionary<string, T> byLanguage,
        IEnumerable<StringWithQualityHeaderValue> accepted
    )
        where T : PageTexts =>
        accepted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language =>
                byLanguage.GetValueOrDefault(language.Value.ToString().Split('-')[0].ToLowerInvariant())
            )
            .FirstOrDefault(texts => texts is not null)
        ?? byLanguage[LanguageCodes.English];

    private static T Read<T>(string folder, string code)
        where T : PageTexts
    {
        T texts = JsonSerializer.Deserialize<T>(
            EmbeddedAsset.Read($"{folder}/{code}.json"),
            JsonSerializerOptions.Web
        )!;
        texts.Language = code;
        return texts;
    }
}
