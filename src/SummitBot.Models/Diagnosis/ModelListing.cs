namespace SummitBot.Models.Diagnosis;

/// <summary>A server's response to a request for its models.</summary>
/// <param name="Reach">Whether it was reached.</param>
/// <param name="Names">Its models; null when it gave no list.</param>
/// <param name="Detail">Why it was not reached, a few words.</param>
internal sealed record ModelListing(ServerReachability Reach, IReadOnlyList<string>? Names, string Detail);
