using SummitBot.Language.Dates;

namespace SummitBot.Core.Retrieval;

/// <summary>The runs of three words of a text, for telling how much of it stands in another (Broder, On the resemblance and
/// containment of documents, 1997).</summary>
internal sealed class Shingles
{
    private const int Length = 3;

    private readonly HashSet<(string, string, string)> _all = [];

    /// <summary>The words in lower case, as numbered by <see cref="DateText"/>.</summary>
    public Shingles(string text)
    {
        var words = new DateText(text);
        for (int i = 0; i + Length <= words.Count; i++)
        {
            _all.Add((words[i], words[i + 1], words[i + 2]));
        }
    }

    private Shingles(IEnumerable<Shingles> parts)
    {
        foreach (Shingles part in parts)
        {
            _all.UnionWith(part._all);
        }
    }

    public static Shingles Union(IEnumerable<Shingles> parts) => new(parts);

    /// <summary>Jaccard's coefficient, 0 to 1; 0 for texts of fewer than three words.</summary>
    public double ComputeJaccard(Shingles other)
    {
        int common = _all.Count(other._all.Contains);
        int all = _all.Count + other._all.Count - common;
        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>The share of these that stand in the other, 0 to 1; 0 for a text of fewer than three words.</summary>
    public double Containment(Shingles other) =>
        _all.Count == 0 ? 0 : (double)_all.Count(other._all.Contains) / _all.Count;
}
