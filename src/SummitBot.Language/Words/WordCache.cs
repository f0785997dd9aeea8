using System.Collections.Concurrent;

namespace SummitBot.Language.Words;

/// <summary>What was found for a word, kept for the next time. Thread-safe.</summary>
/// <param name="max">About so many words are kept, so that no flood of strange ones fills the memory; later ones are found anew.</param>
/// <param name="find">Always finds the same for a word.</param>
public sealed class WordCache<T>(int max, Func<string, T> find)
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Counted here, since the dictionary would lock itself whole to count.</summary>
    private int _count;

    public T GetOrAdd(string word)
    {
        if (_known.TryGetValue(word, out T? known))
        {
            return known;
        }

        T found = find(word);
        if (Volatile.Read(ref _count) < max && _known.TryAdd(word, found))
        {
            Interlocked.Increment(ref _count);
        }

        return found;
    }
}
