namespace SummitBot.Models.Diagnosis;

/// <summary>What a server said when it was asked for its models.</summary>
/// <param name="Reach">Whether it was reached.</param>
/// <param name="Names">The models that it has; null when it gives no list.</param>
/// <param name="Detail">Why it was not reached, a few words.</param>
internal sealed record ModelListing(ServerReachability Reach, IReadOnlyList<string>? Names, string Detail);
