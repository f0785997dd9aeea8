using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Hosting;

/// <summary>A channel that lives in this host, such as Direct Line: its activities take no way over the network.</summary>
public interface IHostedChannel
{
    /// <summary>Whether activities with this service URL are the channel's.</summary>
    bool Owns(string? serviceUrl);

    /// <summary>Adds the activity at the end of its conversation.</summary>
    /// <param name="name">A second activity of this name is not added; null for one that comes once.</param>
    /// <exception cref="ErrorResponseException">The channel does not take it.</exception>
    Task<ResourceResponse> SendAsync(Activity activity, string? name, CancellationToken cancellationToken);

    /// <summary>Puts the activity in the place of the one with its id, which it must have.</summary>
    /// <exception cref="ErrorResponseException">The channel does not take it.</exception>
    Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back the activity <see cref="ConversationReference.ActivityId"/>.</summary>
    /// <exception cref="ErrorResponseException">The channel cannot.</exception>
    Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken);
}
