using SummitBot.Language.Tokens;

namespace SummitBot.Core.Retrieval;

/// <summary>
/// The sequences of three words of a text, for measuring how much of it is in another text (Broder, On the resemblance
/// and containment of documents, 1997).
/// </summary>
internal sealed class Shingles
{
    private const int Length = 3;

    private readonly HashSet<(string, string, string)> _all = [];

    public Shingles(string text)
    {
        string[] words = Tokenizer.GetStems(text);
        for (int i = 0; i + Length <= words.Length; i++)
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

    /// <summary>Jaccard coefficient, 0 to 1; 0 for texts of fewer than three words.</summary>
    public double ComputeJaccard(Shingles other)
    {
        int common = _all.Count(other._all.Contains);
        int all = _all.Count + other._all.Count - common;
        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>
    /// The share of these shingles that the other text has, 0 to 1; 0 for a text of fewer than three words.
    /// </summary>
    public double Containment(Shingles other) =>
        _all.Count == 0 ? 0 : (double)_all.Count(other._all.Contains) / _all.Count;
}
