using Microsoft.Net.Http.Headers;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Pages;

/// <summary>The texts of the start page in one language, from <c>Assets/start/{code}.json</c>.</summary>
public sealed record StartTexts : PageTexts
{
    private static readonly IReadOnlyDictionary<string, StartTexts> ByLanguage = ReadAll<StartTexts>("start");

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

    /// <inheritdoc cref="PageTexts.Choose{T}"/>
    public static StartTexts For(IEnumerable<StringWithQualityHeaderValue> accepted) => Choose(ByLanguage, accepted);
}
