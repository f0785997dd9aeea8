namespace SummitBot.Models.Chat;

/// <summary>Stops reading a response that has no end.</summary>
internal sealed class BoundedResponses(long max) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        response.Content = new BoundedContent(response.Content, max);
        return response;
    }
}
