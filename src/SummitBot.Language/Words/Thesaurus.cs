using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace SummitBot.Language.Words;

/// <summary>
/// Which words of an article may match which words of a question: near-synonyms of news language, expressions of
/// several words, kinds of a general word, the names, inhabitants and capitals of countries, and acronyms.
/// </summary>
public sealed class Thesaurus
{
    private const string Prefix = "SummitBot.Language.Thesauri.";
    private const double SynonymStrength = 0.7;
    private const double KindStrength = 0.6;
    private const double PlaceStrength = 0.9;
    private const double CapitalStrength = 0.8;
    private const double AcronymStrength = 0.9;
    private const int MaxPhraseWords = 5;

    private static readonly ConcurrentDictionary<string, Thesaurus> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<RelatedPhrase>> _related = new(StringComparer.Ordinal);
    private readonly KeyValuePair<string, IReadOnlyList<string>>[] _endings;

    private readonly Func<string, string?> _irregularBaseOf;

    private Thesaurus(ThesaurusData data, Func<string, string?> irregularBaseOf)
    {
        _irregularBaseOf = irregularBaseOf;
        _endings = [.. data.Endings.OrderByDescending(e => e.Key.Length)];
        foreach (IReadOnlyList<string> group in data.Same)
        {
            RelateAll(group, 1);
        }

        foreach (IReadOnlyList<string> group in data.Groups)
        {
            RelateAll(group, SynonymStrength);
        }

        foreach ((string phrase, IReadOnlyList<string> words) in data.Phrases)
        {
            bool isTelling = data.Particles.Contains(phrase.Split(' ')[^1], StringComparer.Ordinal);
            foreach (string word in words)
            {
                Relate(phrase, word, SynonymStrength);
                if (isTelling)
                {
                    Relate(word, phrase, SynonymStrength);
                }
            }
        }

        foreach ((string general, IReadOnlyList<string> kinds) in data.Kinds)
        {
            foreach (string kind in kinds)
            {
                Relate(general, kind, KindStrength);
            }
        }

        foreach (ThesaurusCountry place in data.Places)
        {
            string[] same = [.. place.Names, .. place.Demonyms];
            RelateAll(same, PlaceStrength);
            string[] seat = place.Capital is null ? [.. place.Metonyms] : [place.Capital, .. place.Metonyms];
            foreach (string name in same)
            {
                foreach (string word in seat)
                {
                    Relate(name, word, CapitalStrength);
                    Relate(word, name, CapitalStrength);
                }
            }
        }

        foreach ((string acronym, string meaning) in data.Acronyms)
        {
            RelateAll([acronym, meaning], AcronymStrength);
        }
    }

    /// <summary>An empty thesaurus.</summary>
    public static Thesaurus None { get; } = new(new ThesaurusData(), _ => null);

    /// <summary>The thesaurus of a language; an empty one when we have none.</summary>
    public static Thesaurus For(string language) => Loaded.GetOrAdd(language, Load);

    /// <summary>The alternatives of each word; a word of a known phrase gets those of the phrase.</summary>
    /// <param name="words">The words of a question, in lower case and in order.</param>
    public IReadOnlyList<RelatedPhrase>[] Relate(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var related = new IReadOnlyList<RelatedPhrase>[words.Count];
        Array.Fill(related, []);
        if (_related.Count == 0)
        {
            return related;
        }

        for (int first = 0; first < words.Count; first++)
        {
            string[] bases = [.. GetBases(words[first])];
            for (int length = Math.Min(MaxPhraseWords, words.Count - first); length >= 1; length--)
            {
                IReadOnlyList<RelatedPhrase> found = Find(bases, words.Skip(first + 1).Take(length - 1));
                for (int i = first; found.Count > 0 && i < first + length; i++)
                {
                    related[i] = related[i].Count == 0 ? found : related[i];
                }
            }
        }

        return related;
    }

    /// <param name="bases">The possible base forms of the phrase's first word, most likely first.</param>
    private IReadOnlyList<RelatedPhrase> Find(string[] bases, IEnumerable<string> following)
    {
        string rest = string.Concat(following.Select(word => ' ' + word));
        foreach (string word in bases)
        {
            if (_related.TryGetValue(word + rest, out List<RelatedPhrase>? found))
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>
    /// The word and its possible base forms: <c>talks</c>, <c>launched</c>, <c>launching</c>, <c>sent</c>.
    /// </summary>
    private IEnumerable<string> GetBases(string word)
    {
        const int shortestBase = 3;
        yield return word;
        foreach ((string ending, IReadOnlyList<string> others) in _endings)
        {
            int length = word.Length - ending.Length;
            if (length < shortestBase || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (string other in others)
            {
                yield return word[..length] + other;
            }
        }

        if (_irregularBaseOf(word) is { } irregular)
        {
            yield return irregular;
        }
    }

    private void RelateAll(IReadOnlyList<string> words, double strength)
    {
        foreach (string from in words)
        {
            foreach (string to in words)
            {
                Relate(from, to, strength);
            }
        }
    }

    private void Relate(string from, string to, double strength)
    {
        if (string.Equals(from, to, StringComparison.Ordinal))
        {
            return;
        }

        if (!_related.TryGetValue(from, out List<RelatedPhrase>? phrases))
        {
            phrases = [];
            _related.Add(from, phrases);
        }

        phrases.Add(new RelatedPhrase(to.Split(' '), strength));
    }

    private static Thesaurus Load(string language)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + language + ".json");
        ThesaurusData? data = stream is null
            ? null
            : JsonSerializer.Deserialize(stream, ThesaurusJson.Default.ThesaurusData);
        data ??= new ThesaurusData();
        if (language == LanguageCodes.English)
        {
            return new Thesaurus(data, IrregularForms.English.GetBase);
        }

        Dictionary<string, string> irregular = data
            .Irregular.SelectMany(i => i.Value.Select(form => KeyValuePair.Create(form, i.Key)))
            .ToDictionary(StringComparer.Ordinal);
        return new Thesaurus(data, irregular.GetValueOrDefault);
    }
}

/// <summary>Words that may replace a word of a question in a text.</summary>
/// <param name="Words">In lower case, base forms; all of them must be in the text.</param>
/// <param name="Strength">How closely they mean the same, above 0 and up to 1.</param>
public sealed record RelatedPhrase(IReadOnlyList<string> Words, double Strength);
