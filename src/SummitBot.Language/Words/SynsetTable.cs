using System.Globalization;

namespace SummitBot.Language.Words;

/// <summary>WordNet's groups of synonyms, as <c>tools/cut_wordnet.py</c> cut them.</summary>
internal sealed class SynsetTable
{
    public const char Noun = 'n';
    public const char Verb = 'v';

    private readonly List<string[]> _members = [];
    private readonly List<char> _parts = [];
    private readonly List<List<int>> _below = [];
    private readonly Dictionary<string, List<int>> _synsets = new(StringComparer.Ordinal);

    private SynsetTable() { }

    public bool Contains(string word) => _synsets.ContainsKey(word);

    public bool IsNoun(string word) => Has(word, part => part == Noun);

    public bool IsOtherThanVerb(string word) => Has(word, part => part != Verb);

    public bool IsVerb(string word) => Has(word, part => part == Verb);

    private bool Has(string word, Func<char, bool> part) =>
        _synsets.TryGetValue(word, out List<int>? own) && own.Exists(s => part(_parts[s]));

    /// <summary>The words that share one of its senses, itself among them.</summary>
    public IEnumerable<string> GetSynonyms(string word) => GetSenses(word).SelectMany(s => _members[s]);

    /// <summary>The words for things that are a kind of it, two steps down at most.</summary>
    public IEnumerable<string> GetKinds(string word) => Below(GetSenses(word));

    /// <summary>As the other, for its senses as one part of speech.</summary>
    public IEnumerable<string> GetKinds(string word, char part) => Below(GetSenses(word).Where(s => _parts[s] == part));

    public static SynsetTable Load()
    {
        var table = new SynsetTable();
        var above = new List<(int Synset, int Parent)>();
        foreach (string line in WordResource.Lines("synsets.txt"))
        {
            int mark = line.IndexOf('>', StringComparison.Ordinal);
            string[] words = (mark < 0 ? line : line[..mark])[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            table.Add(line[0], words);
            if (mark > 0)
            {
                above.AddRange(
                    line[(mark + 2)..]
                        .Split(' ')
                        .Select(n => (table._parts.Count - 1, int.Parse(n, CultureInfo.InvariantCulture)))
                );
            }
        }

        foreach ((int synset, int parent) in above)
        {
            table._below[parent].Add(synset);
        }

        return table;
    }

    private IEnumerable<string> Below(IEnumerable<int> senses) =>
        senses.SelectMany(s => _below[s]).SelectMany(s => _below[s].Append(s)).SelectMany(s => _members[s]);

    private List<int> GetSenses(string word) => _synsets.GetValueOrDefault(word) ?? [];

    private void Add(char part, string[] words)
    {
        foreach (string word in words)
        {
            if (!_synsets.TryGetValue(word, out List<int>? synsets))
            {
                _synsets.Add(word, synsets = []);
            }

            synsets.Add(_parts.Count);
        }

        _members.Add(words);
        _parts.Add(part);
        _below.Add([]);
    }
}
