using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>
/// Reads the letters of a page within its budget; PdfPig's own pages also keep all drawings in memory.
/// </summary>
internal sealed class PdfPageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options
)
    : BasePageFactory<PdfPageLetters>(
        scanner,
        resources,
        filters,
        new BoundedContentParser(parser, ((PdfParsingOptions)options).Budget),
        options
    )
{
    protected override PdfPageLetters ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        var letters = new PdfLetterProcessor(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            ParsingOptions
        );
        return letters.Process(pageNumber, operations);
    }
}

/// <summary>The contents of a page.</summary>
/// <param name="Letters">In drawing order.</param>
/// <param name="Pictures">Number of pictures.</param>
/// <param name="Bottom">The lower edge of the page.</param>
/// <param name="Top">The upper edge of the page.</param>
internal sealed record PdfPageLetters(IReadOnlyList<Letter> Letters, int Pictures, double Bottom, double Top);
