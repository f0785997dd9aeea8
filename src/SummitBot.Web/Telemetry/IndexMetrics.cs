using System.Diagnostics.Metrics;
using SummitBot.Core.Telemetry;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Telemetry;

/// <summary>What the index holds and how old it is, as metrics; nothing while there is no readable index.</summary>
internal sealed class IndexMetrics
{
    public IndexMetrics(IMeterFactory meters, IndexStatus status, TimeProvider time)
    {
        Meter meter = meters.Create(Instruments.Name);
        meter.CreateObservableGauge(
            "summitbot.index.articles",
            () => Observe(status, s => s.Articles),
            "{article}",
            "Articles in the index."
        );
        meter.CreateObservableGauge(
            "summitbot.index.passages",
            () => Observe(status, s => s.Passages),
            "{passage}",
            "Passages in the index."
        );
        meter.CreateObservableGauge(
            "summitbot.index.failures",
            () => Observe(status, _ => status.Failures),
            "{file}",
            "Files of the corpus that could not be read."
        );
        meter.CreateObservableGauge(
            "summitbot.index.age",
            () => Observe(status, s => (time.GetUtcNow() - (status.RefreshedAt ?? s.CommittedAt)).TotalSeconds),
            "s",
            "Time since the index was last brought up to date with the corpus."
        );
    }

    private static IEnumerable<Measurement<T>> Observe<T>(IndexStatus status, Func<IndexSnapshot, T> read)
        where T : struct => status.Current is { } snapshot ? [new Measurement<T>(read(snapshot))] : [];
}
