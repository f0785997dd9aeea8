using System.Globalization;

namespace SummitBot.TeamsSimulator;

/// <summary>Counts the bot's requests to one conversation.</summary>
public sealed class RateRules(TimeProvider time)
{
    private readonly List<long> _requests = [];

    /// <summary>Null when one more request is taken now; it is counted then.</summary>
    public RuleViolation? Take()
    {
        foreach ((int max, TimeSpan window) in TeamsLimits.Rates)
        {
            int count = _requests.Count(r => time.GetElapsedTime(r) < window - TeamsLimits.Jitter);
            if (count >= max)
            {
                return new RuleViolation(
                    "rate",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"More than {max} requests to one conversation in {window.TotalSeconds:0} s; Teams refuses them with 429."
                    )
                );
            }
        }

        _requests.Add(time.GetTimestamp());
        return null;
    }
}
