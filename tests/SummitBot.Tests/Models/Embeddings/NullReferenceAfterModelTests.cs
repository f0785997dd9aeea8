using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Retrieval;
using SummitBot.Models.Embeddings;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>
/// A null dereference on a thread that ran a model is an exception; on processors with AMX it used to end the process.
/// </summary>
public sealed class NullReferenceAfterModelTests : IDisposable
{
    private const int ArchPrctl = 158;
    private const int GetPermissions = 0x1022;
    private const ulong TileData = 1UL << 18;

    private readonly ModelTextEmbedder _embedder = new(
        Options.Create(new EmbeddingOptions { Provider = EmbeddingProvider.Embedded }),
        TimeProvider.System
    );

    public void Dispose() => _embedder.Dispose();

    [Fact]
    public async Task OnAThreadThatRanAModel_ANullReferenceIsAnException()
    {
        await RunAsync();

        int caught = 0;
        Parallel.For(
            0,
            1000,
            _ =>
            {
                Assert.Throws<NullReferenceException>(() => Length(null));
                Interlocked.Increment(ref caught);
            }
        );

        Assert.Equal(1000, caught);
    }

    [Fact]
    public async Task AModel_TakesNoRightToTheTileRegisters()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux()
                && RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64,
            "AMX is a matter of Linux on x64."
        );
        await RunAsync();

        Assert.SkipUnless(
            SystemCall(ArchPrctl, GetPermissions, out ulong permissions) == 0,
            "The kernel knows no AMX."
        );
        Assert.Equal(0UL, permissions & TileData);
    }

    private Task<IReadOnlyList<ReadOnlyMemory<float>>> RunAsync() =>
        _embedder.EmbedAsync(
            [.. Enumerable.Repeat("Who met whom at the cosmodrome, and when?", 20)],
            EmbeddingPurpose.Passage,
            TestContext.Current.CancellationToken
        );

    private static int Length(string? text) => text!.Length;

    [DllImport("libc", EntryPoint = "syscall")]
    private static extern int SystemCall(nint number, int code, out ulong value);
}
