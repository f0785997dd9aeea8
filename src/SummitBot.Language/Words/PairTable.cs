using System.Collections.Frozen;

namespace SummitBot.Language.Words;

/// <summary>Pairs of words that stand in one relation to each other, in both directions.</summary>
internal sealed class PairTable
{
    private readonly FrozenDictionary<string, string[]> _partners;

    private PairTable(FrozenDictionary<string, string[]> partners) => _partners = partners;

    public IReadOnlyCollection<string> Find(string word) => _partners.GetValueOrDefault(word) ?? [];

    public static PairTable Load(string file) =>
        new(
            WordResource
                .Lines(file)
                .Select(line => line.Split(' '))
                .SelectMany(pair => new[] { (From: pair[0], To: pair[1]), (From: pair[1], To: pair[0]) })
                .GroupBy(pair => pair.From, pair => pair.To, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
        );
}
