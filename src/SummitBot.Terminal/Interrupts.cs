using System.Runtime.InteropServices;

namespace SummitBot.Terminal;

/// <summary>Ctrl-C, handed to whoever asked for it last.</summary>
public sealed class Interrupts : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Func<bool>> _listeners = [];
    private PosixSignalRegistration? _registration;

    /// <summary>The interrupts that the operating system sends to this process.</summary>
    public static Interrupts ForCurrentProcess()
    {
        var interrupts = new Interrupts();
        interrupts._registration = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            context => context.Cancel = interrupts.Raise()
        );
        return interrupts;
    }

    /// <summary>
    /// Takes every interrupt from now until the result is disposed. Disposing waits for an interrupt that is being dealt with:
    /// afterwards the listener is not called, and may use what is disposed next.
    /// </summary>
    /// <param name="onInterrupt">Returns false to let the signal end the process.</param>
    public IDisposable Listen(Func<bool> onInterrupt)
    {
        lock (_lock)
        {
            _listeners.Add(onInterrupt);
        }

        return new Listening(this, onInterrupt);
    }

    /// <summary>Tells the newest listener.</summary>
    /// <returns>True when it dealt with the interrupt.</returns>
    public bool Raise()
    {
        lock (_lock)
        {
            return _listeners.LastOrDefault()?.Invoke() ?? false;
        }
    }

    public void Dispose() => _registration?.Dispose();

    private void Forget(Func<bool> listener)
    {
        lock (_lock)
        {
            _listeners.Remove(listener);
        }
    }

    private sealed class Listening(Interrupts interrupts, Func<bool> listener) : IDisposable
    {
        public void Dispose() => interrupts.Forget(listener);
    }
}
