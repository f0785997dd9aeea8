using UglyToad.PdfPig;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>PdfPig creates the page factory itself, so its budget is passed in the options.</summary>
internal sealed class PdfParsingOptions : ParsingOptions
{
    public PdfParsingOptions(PdfBudget budget)
    {
        Budget = budget;
        FilterProvider = new BoundedFilters(budget);
        UseLenientParsing = true;
        SkipMissingFonts = true;
    }

    public PdfBudget Budget { get; }
}
