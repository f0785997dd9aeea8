namespace SummitBot.Tests.Ingestion.Pages;

/// <param name="Date">As machines write it.</param>
/// <param name="Shown">As the page shows it.</param>
internal sealed record PageArticle(
    string Title,
    string Author,
    string Date,
    string Shown,
    string Slug,
    string Lang = "en"
)
{
    /// <summary>HTML, a block a line.</summary>
    public string Body { get; init; } = "";
}
