using SummitBot.Ingestion.Files;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>
/// Counts the operands and operators of a page or form before they are parsed: each becomes an object of many times its
/// length.
/// </summary>
internal sealed class BoundedContentParser(IPageContentParser inner, PdfBudget budget) : IPageContentParser
{
    /// <summary>A longer word or number counts as several.</summary>
    private const int BytesOfPart = 16;

    /// <exception cref="ArticleReadException">There are too many for a page.</exception>
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        budget.AddParts(Count(inputBytes));
        inputBytes.Seek(0);
        return inner.Parse(pageNumber, inputBytes, log);
    }

    /// <summary>Delimiters, and the words and numbers between them and white space (ISO 32000-1, 7.2.2).</summary>
    private static long Count(IInputBytes bytes)
    {
        long parts = 0;
        int length = 0;
        while (bytes.MoveNext())
        {
            switch (bytes.CurrentByte)
            {
                case 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ':
                    length = 0;
                    break;
                case (byte)'(' or (byte)')' or (byte)'<' or (byte)'>':
                case (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%':
                    parts++;
                    length = 0;
                    break;
                default:
                    parts += length++ % BytesOfPart == 0 ? 1 : 0;
                    break;
            }
        }

        return parts;
    }
}
