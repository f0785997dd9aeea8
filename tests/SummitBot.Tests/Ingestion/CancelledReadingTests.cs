using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class CancelledReadingTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.html", "<div><p>Some text, and more of it.</p></div>")]
    [InlineData("a.md", "Some *text* and more of it.\n\n")]
    [InlineData("a.txt", "Some text, and more of it, up to where the line ends.\n")]
    public async Task ReadingOfALargeFile_StopsAtOnce_WhenItIsCancelled(string name, string unit)
    {
        _folder.Write(name, string.Concat(Enumerable.Repeat(unit, 5_000_000 / unit.Length)));
        ArticleFile file = Assert.Single(_folder.Find().Files);
        using var stopping = new CancellationTokenSource();
        Task reading = Task.Run(
            () => _folder.Reader.ReadAsync(file, stopping.Token),
            TestContext.Current.CancellationToken
        );

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            reading.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)
        );
    }
}
