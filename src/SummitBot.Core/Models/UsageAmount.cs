namespace SummitBot.Core.Models;

/// <param name="Requests">Requests to models.</param>
/// <param name="Input">Tokens of prompts.</param>
/// <param name="Output">Tokens of answers.</param>
public readonly record struct UsageAmount(long Requests, long Input, long Output)
{
    public UsageAmount Plus(UsageAmount other) =>
        new(Requests + other.Requests, Input + other.Input, Output + other.Output);
}
