namespace SummitBot.Tests.Ingestion.Pages;

/// <param name="Date">In a machine-readable format.</param>
/// <param name="Shown">As shown on the page.</param>
internal sealed record PageArticle(
    string Title,
    string Author,
    string Date,
    string Shown,
    string Slug,
    string Lang = "en"
)
{
    /// <summary>HTML, one block on each line.</summary>
    public string Body { get; init; } = "";
}
