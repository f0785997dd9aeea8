using SummitBot.Core.Hosts;

namespace SummitBot.Core.Storage;

/// <summary>One person's use of models on one day (UTC).</summary>
public sealed record PersonalUsage(string Day, UsageAmount Amount);
