namespace SummitBot.Benchmarks.Widget;

/// <summary>What a page cost its reader up to a moment after it was loaded, nothing pressed.</summary>
/// <param name="Bytes">Of all responses, as they came over the network.</param>
/// <param name="MainThread">What the page's main thread worked: parsing, styles, layout, painting, scripts.</param>
/// <param name="Script">Scripts alone.</param>
internal sealed record PageLoad(int Requests, long Bytes, TimeSpan MainThread, TimeSpan Script)
{
    /// <summary>The median of each figure.</summary>
    public static PageLoad GetMedian(IReadOnlyCollection<PageLoad> loads) =>
        new(
            Median(loads, l => l.Requests),
            Median(loads, l => l.Bytes),
            Median(loads, l => l.MainThread),
            Median(loads, l => l.Script)
        );

    private static T Median<T>(IReadOnlyCollection<PageLoad> loads, Func<PageLoad, T> figureOf) =>
        loads.Select(figureOf).Order().ElementAt(loads.Count / 2);
}
