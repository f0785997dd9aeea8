using System.Diagnostics;

namespace SummitBot.Core.Telemetry;

/// <summary>One step of an answer, such as <c>retrieve</c>: a span and its duration, until it is disposed.</summary>
public readonly struct AnswerStep : IDisposable
{
    private readonly string _name;
    private readonly long _started;

    private AnswerStep(string name)
    {
        _name = name;
        Span = Instruments.Source.StartActivity(name);
        _started = Stopwatch.GetTimestamp();
    }

    /// <summary>Null while nobody listens to traces.</summary>
    public Activity? Span { get; }

    public static AnswerStep Start(string name) => new(name);

    /// <summary>Makes the step the current one again, behind a <c>yield</c>, which forgets it.</summary>
    public void Resume()
    {
        if (Span is not null)
        {
            Activity.Current = Span;
        }
    }

    public void Dispose()
    {
        Span?.Dispose();
        Instruments.CountStep(_name, Stopwatch.GetElapsedTime(_started));
    }
}
