namespace SummitBot.Terminal;

/// <summary>Tells that whoever read our output has left, as <c>head -1</c> does: no error, we just stop.</summary>
public static class BrokenPipe
{
    /// <summary>EPIPE of POSIX; .NET gives the system's own number as the result code.</summary>
    private const int PosixBrokenPipe = 32;

    /// <summary>ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows, as HRESULT.</summary>
    private static readonly int[] WindowsBrokenPipe = [unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    public static bool IsBrokenPipe(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is IOException
            && (
                OperatingSystem.IsWindows()
                    ? WindowsBrokenPipe.Contains(exception.HResult)
                    : exception.HResult == PosixBrokenPipe
            );
    }
}
