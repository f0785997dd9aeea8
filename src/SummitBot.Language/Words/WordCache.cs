using System.Collections.Concurrent;

namespace SummitBot.Language.Words;

/// <summary>Caches the result for a word. Thread-safe.</summary>
/// <param name="max">Approximate maximum number of cached words, which bounds the memory; results for further words are
/// computed each time.</param>
/// <param name="find">Must always return the same for a word.</param>
public sealed class WordCache<T>(int max, Func<string, T> find)
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Counted separately, because counting locks the whole dictionary.</summary>
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
