using System.Collections.Concurrent;

namespace SummitBot.Core.Languages.Words;

/// <summary>What was found for a word, kept for the next time. Thread-safe.</summary>
/// <param name="most">Words kept at most, so that no flood of strange ones fills the memory; later ones are found anew.</param>
/// <param name="find">Always finds the same for a word.</param>
public sealed class WordCache<T>(int most, Func<string, T> find)
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    public T Of(string word)
    {
        if (_known.TryGetValue(word, out T? known))
        {
            return known;
        }

        T found = find(word);
        return _known.Count < most ? _known.GetOrAdd(word, found) : found;
    }
}
