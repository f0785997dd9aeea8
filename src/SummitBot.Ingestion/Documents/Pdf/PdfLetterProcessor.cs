using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Processes the drawing operations of a page and keeps only the letters.</summary>
internal sealed class PdfLetterProcessor : BaseStreamProcessor<PdfPageLetters>
{
    /// <summary>
    /// A letter drawn again within this share of the page's size counts as the same letter: some programs make bold
    /// print this way.
    /// </summary>
    private const double SamePlace = 1.0 / 4_000;

    private readonly List<Letter> _letters = [];
    private readonly HashSet<(string Letter, long Left, long Bottom)> _drawn = [];
    private readonly PdfBudget _budget;
    private readonly PdfRectangle _page;
    private int _pictures;

    public PdfLetterProcessor(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions
    )
        : base(
            pageNumber,
            resourceStore,
            pdfScanner,
            pageContentParser,
            filterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            in initialMatrix,
            parsingOptions
        )
    {
        _budget = ((PdfParsingOptions)parsingOptions).Budget;
        _page = initialMatrix.Transform(cropBox.Bounds);
    }

    public override PdfPageLetters Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return new PdfPageLetters(_letters, _pictures, _page.Bottom, _page.Top);
    }

    public override void PushState()
    {
        PdfBudget.SaveState(StackSize);
        base.PushState();
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        _budget.AddLetter();
        PdfRectangle glyph = Transform(
            renderingMatrix,
            textMatrix,
            transformationMatrix,
            characterBoundingBox.GlyphBounds
        );
        PdfRectangle advance = Transform(
            renderingMatrix,
            textMatrix,
            transformationMatrix,
            new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples)
        );
        double grid = Math.Max(1, Math.Max(_page.Width, _page.Height)) * SamePlace;
        if (!_drawn.Add((unicode, (long)(advance.Left / grid), (long)(advance.Bottom / grid))))
        {
            return;
        }

        bool hasGlyph = glyph.Width > double.Epsilon || glyph.Height > double.Epsilon;
        _letters.Add(
            new Letter(
                unicode,
                hasGlyph ? glyph : advance,
                hasGlyph ? glyph : advance,
                advance.BottomLeft,
                advance.BottomRight,
                advance.Width,
                fontSize,
                font.Details,
                currentState.FontState.TextRenderingMode,
                GrayColor.Black,
                GrayColor.Black,
                pointSize,
                TextSequence
            )
        );
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        _budget.AddForm(formStream.Data.Length);
        base.ProcessFormXObject(formStream, xObjectName);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _pictures++;

    protected override void RenderInlineImage(InlineImage inlineImage) => _pictures++;

    public override void BeginMarkedContent(
        NameToken name,
        NameToken? propertyDictionaryName,
        DictionaryToken? properties
    )
    {
        // Other drawing operations are ignored, here and below.
    }

    public override void EndMarkedContent() { }

    public override void BeginSubpath() { }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) { }

    public override void FillPath(FillingRule fillingRule, bool close) { }

    public override void FillStrokePath(FillingRule fillingRule, bool close) { }

    public override void MoveTo(double x, double y) { }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) { }

    public override void LineTo(double x, double y) { }

    public override void Rectangle(double x, double y, double width, double height) { }

    public override void EndPath() { }

    public override void ClosePath() { }

    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    public override void PaintShading(NameToken shadingName) { }

    private static PdfRectangle Transform(
        in TransformationMatrix rendering,
        in TransformationMatrix text,
        in TransformationMatrix page,
        PdfRectangle rectangle
    ) => page.Transform(text.Transform(rendering.Transform(rectangle)));
}
