using TorchSharp;

namespace SummitBot.ReaderTraining.Tests;

/// <summary>TorchSharp's native library, which needs the C++ library of GCC 13 or later.</summary>
internal static class NativeLibrary
{
    /// <summary>
    /// Tests that draw random numbers run one after the other, because PyTorch has one generator for all.
    /// </summary>
    public const string Collection = "PyTorch";

    private static readonly Lazy<string?> Failure = new(Load);

    /// <summary>
    /// Skips the test on a machine where it cannot be loaded; the tool's README says how to fix that.
    /// </summary>
    public static void SkipTestIfMissing() => Assert.SkipWhen(Failure.Value is not null, Failure.Value ?? "");

    private static string? Load()
    {
        try
        {
            torch.set_num_threads(1);
            return null;
        }
        catch (Exception e) when (e is TypeInitializationException or NotSupportedException or DllNotFoundException)
        {
            return "TorchSharp's native library cannot be loaded here: see the README of SummitBot.ReaderTraining.";
        }
    }
}
