using Spectre.Console.Rendering;

namespace SummitBot.Terminal;

/// <summary>Indents its content; unlike the library's padding it adds no trailing spaces.</summary>
public sealed class Indented(IRenderable content, int by) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        Measurement inner = content.Measure(options, Math.Max(1, maxWidth - by));
        return new Measurement(inner.Min + by, inner.Max + by);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int width = Math.Max(1, maxWidth - by);
        foreach (SegmentLine line in Segment.SplitLines(content.Render(options, width), width))
        {
            yield return Segment.Padding(by);
            foreach (Segment segment in line)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
