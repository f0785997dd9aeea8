using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Hosting;

/// <summary>A channel in this host, such as Direct Line: its activities are delivered without the network.</summary>
public interface IHostedChannel
{
    /// <summary>Whether activities with this service URL are the channel's.</summary>
    bool Owns(string? serviceUrl);

    /// <summary>Adds the activity at the end of its conversation.</summary>
    /// <param name="name">A second activity of this name is not added; null for one that comes once.</param>
    /// <exception cref="ErrorResponseException">The channel does not take it.</exception>
    Task<ResourceResponse> SendAsync(Activity activity, string? name, CancellationToken cancellationToken);

    /// <summary>Replaces the activity with the same id; the id is required.</summary>
    /// <exception cref="ErrorResponseException">The channel does not accept it.</exception>
    Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Deletes the activity <see cref="ConversationReference.ActivityId"/>.</summary>
    /// <exception cref="ErrorResponseException">The channel cannot delete it.</exception>
    Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken);
}
