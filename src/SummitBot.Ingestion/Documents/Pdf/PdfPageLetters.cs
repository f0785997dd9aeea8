using UglyToad.PdfPig.Content;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>The contents of a page.</summary>
/// <param name="Letters">In drawing order.</param>
/// <param name="Pictures">Number of pictures.</param>
/// <param name="Bottom">The lower edge of the page.</param>
/// <param name="Top">The upper edge of the page.</param>
internal sealed record PdfPageLetters(IReadOnlyList<Letter> Letters, int Pictures, double Bottom, double Top);
