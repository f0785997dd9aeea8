using System.Net.WebSockets;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.DirectLine;

public sealed class SocketLimitTests : IAsyncLifetime
{
    private const int MaxSockets = 3;

    private readonly HarbourHost _harbour = new(("DirectLine:MaxSockets", $"{MaxSockets}"));

    public ValueTask InitializeAsync() => _harbour.InitializeAsync();

    public ValueTask DisposeAsync() => _harbour.DisposeAsync();

    [Fact]
    public async Task SocketsThatComeAtOnce_AreNeverMoreThanAllowed_AndOneThatClosesMakesRoom()
    {
        DirectLineClient client = await DirectLineClient.StartAsync(_harbour.Client);
        using var together = new Barrier(4 * MaxSockets);
        DirectLineStream?[] streams = await Task.WhenAll(
            Enumerable
                .Range(0, together.ParticipantCount)
                .Select(_ =>
                    Task.Factory.StartNew(
                            () =>
                            {
                                together.SignalAndWait(TestContext.Current.CancellationToken);
                                return TryOpenAsync(client);
                            },
                            TestContext.Current.CancellationToken,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                        .Unwrap()
                )
        );
        DirectLineStream[] open = [.. streams.OfType<DirectLineStream>()];
        Assert.Equal(MaxSockets, open.Length);

        open[0].Abort();
        await _harbour.Host.UntilAsync(async () =>
        {
            using DirectLineStream? next = await TryOpenAsync(client);
            return next is not null;
        });
        Array.ForEach(open, stream => stream.Dispose());
    }

    private static async Task<DirectLineStream?> TryOpenAsync(DirectLineClient client)
    {
        try
        {
            return await client.OpenStreamAsync();
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
