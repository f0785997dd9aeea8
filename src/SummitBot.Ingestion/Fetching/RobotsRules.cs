using System.Globalization;

namespace SummitBot.Ingestion.Fetching;

/// <summary>What a robots.txt says to us (RFC 9309), with the widely used lines Crawl-delay and Sitemap.</summary>
public sealed class RobotsRules
{
    private const int MaxLines = 20_000;

    private readonly List<(string Pattern, bool IsAllowed)> _rules = [];

    /// <summary>Everything may be fetched: there is no robots.txt.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Nothing may be fetched: robots.txt cannot be had, so that nobody knows what it says.</summary>
    public static RobotsRules ForbidAll { get; } = new() { _rules = { ("/", false) } };

    public TimeSpan Delay { get; private set; }

    public IReadOnlyList<string> Sitemaps { get; private set; } = [];

    /// <param name="agent">Our name, in lower case.</param>
    public static RobotsRules Parse(string text, string agent)
    {
        (string Key, string Value)[] lines =
        [
            .. text.Split(['\n', '\r'])
                .Take(MaxLines)
                .Select(line => line.Split('#')[0].Split(':', 2))
                .Where(parts => parts.Length == 2)
                .Select(parts => (parts[0].Trim().ToLowerInvariant(), parts[1].Trim())),
        ];
        bool isNamed = lines.Any(l => l.Key == "user-agent" && IsAgent(l.Value, agent));
        var rules = new RobotsRules { Sitemaps = [.. lines.Where(l => l.Key == "sitemap").Select(l => l.Value)] };
        bool isForUs = false;
        bool isInAgents = false;
        foreach ((string key, string value) in lines)
        {
            if (key == "user-agent")
            {
                bool isMeant = isNamed ? IsAgent(value, agent) : value == "*";
                isForUs = isMeant || (isInAgents && isForUs);
                isInAgents = true;
                continue;
            }

            isInAgents &= key is not ("allow" or "disallow" or "crawl-delay");
            if (isForUs)
            {
                rules.Add(key, value);
            }
        }

        return rules;
    }

    /// <summary>The longest rule that fits decides; of two as long, the one that allows.</summary>
    public bool Allows(Uri address) =>
        _rules
            .Where(r => Fits(address.PathAndQuery, r.Pattern))
            .OrderByDescending(r => r.Pattern.Length)
            .ThenByDescending(r => r.IsAllowed)
            .Select(r => (bool?)r.IsAllowed)
            .FirstOrDefault()
        ?? true;

    private static bool IsAgent(string value, string agent) => value.Equals(agent, StringComparison.OrdinalIgnoreCase);

    private void Add(string key, string value)
    {
        if (key is "allow" or "disallow" && value.Length > 0)
        {
            _rules.Add((value, key == "allow"));
        }
        else if (
            key == "crawl-delay"
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and < 3_600
        )
        {
            Delay = TimeSpan.FromSeconds(seconds);
        }
    }

    /// <summary>A star stands for any characters, a dollar sign at the end for the end. Takes time linear in both for each star.</summary>
    private static bool Fits(string path, string pattern)
    {
        bool isWhole = pattern.EndsWith('$');
        string[] parts = pattern.TrimEnd('$').Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            bool isLast = isWhole && i == parts.Length - 1;
            int found = isLast
                ? path.EndsWith(parts[i], StringComparison.Ordinal)
                    ? path.Length - parts[i].Length
                    : -1
                : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
