using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Indexing;

/// <summary>Paths that can hold no index: the message says what is wrong with them, and an index is never called damaged.</summary>
public sealed class BadFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFileInPlaceOfTheFolder_IsCalledAFile()
    {
        File.WriteAllText(_folder["notes.txt"], "no index");
        using var host = new IndexHost(_folder["notes.txt"]);

        var writing = Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild: false));
        IndexUnavailableException reading = await Assert.ThrowsAsync<IndexUnavailableException>(() =>
            host.FindAsync("rockets")
        );

        Assert.All(
            [writing, reading],
            e =>
            {
                Assert.Contains("notes.txt is a file", e.Message, StringComparison.Ordinal);
                Assert.Contains("--index", e.Message, StringComparison.Ordinal);
            }
        );
        Assert.Equal("no index", File.ReadAllText(_folder["notes.txt"]));
    }

    [Fact]
    public void AFolderThatCannotBeMade_IsSaidToBeThat()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        using var host = new IndexHost("/proc/summitbot");

        var error = Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild: false));

        Assert.Equal(IndexError.ReadOnly, error.Error);
        Assert.Contains("/proc/summitbot cannot be made", error.Message, StringComparison.Ordinal);
    }
}
