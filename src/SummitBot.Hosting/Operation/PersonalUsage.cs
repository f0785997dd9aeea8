using SummitBot.Core.Models;

namespace SummitBot.Hosting.Operation;

/// <summary>One person's use of models on one day (UTC).</summary>
public sealed record PersonalUsage(string Day, UsageAmount Amount);
