namespace SummitBot.Terminal;

/// <summary>
/// Detects that the reader of our output has closed it, as <c>head -1</c> does: not an error, the program just stops.
/// </summary>
public static class BrokenPipe
{
    /// <summary>EPIPE of POSIX; .NET uses the system's number as the result code.</summary>
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
