using UglyToad.PdfPig;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>PdfPig makes the page factory itself; its budget comes to it with the options.</summary>
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
