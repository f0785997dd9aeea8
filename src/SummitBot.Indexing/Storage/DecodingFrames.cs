using System.Diagnostics;

namespace SummitBot.Indexing.Storage;

/// <summary>Checks whether an exception was thrown by the code that decodes the index.</summary>
internal static class DecodingFrames
{
    private static readonly string[] Decoders =
    [
        "Lucene.Net.Codecs",
        "Lucene.Net.Index",
        "Lucene.Net.Store",
        "Lucene.Net.Util",
        typeof(DecodingFrames).Namespace!,
    ];

    /// <summary>Looks at the innermost stack frame outside the runtime.</summary>
    public static bool HasThrown(Exception exception) =>
        new StackTrace(exception.GetBaseException())
            .GetFrames()
            .Select(f => f.GetMethod()?.DeclaringType?.Namespace)
            .FirstOrDefault(n => n is not null && !IsOfTheRuntime(n))
            is { } first
        && Array.Exists(Decoders, d => first.StartsWith(d, StringComparison.Ordinal));

    private static bool IsOfTheRuntime(string name) =>
        name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("J2N", StringComparison.Ordinal);
}
