namespace SummitBot.Bot.Connector.Sending;

/// <summary>Reads an answer to its end while the time limit around it still runs, and no more of it than is sensible.</summary>
public sealed class WholeAnswerHandler : DelegatingHandler
{
    private const long LargestAnswer = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
