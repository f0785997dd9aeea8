using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>The filters of PDF streams, each with a check of the unpacked size.</summary>
internal sealed class BoundedFilters(PdfBudget budget) : BaseFilterProvider(Wrap(budget))
{
    /// <summary>All filters and their short names (ISO 32000-1, tables 6 and 94).</summary>
    private static readonly string[] Names =
    [
        "ASCII85Decode",
        "A85",
        "ASCIIHexDecode",
        "AHx",
        "CCITTFaxDecode",
        "CCF",
        "DCTDecode",
        "DCT",
        "FlateDecode",
        "Fl",
        "JBIG2Decode",
        "JPXDecode",
        "RunLengthDecode",
        "RL",
        "LZWDecode",
        "LZW",
    ];

    private static Dictionary<string, IFilter> Wrap(PdfBudget budget) =>
        Names.ToDictionary(
            name => name,
            IFilter (name) =>
                new BoundedFilter(
                    name,
                    DefaultFilterProvider.Instance.GetNamedFilters([NameToken.Create(name)])[0],
                    budget
                ),
            StringComparer.Ordinal
        );
}
