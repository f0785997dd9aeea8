using System.Diagnostics.CodeAnalysis;

namespace SummitBot.Storage.Database;

/// <summary>A dictionary of bounded size that removes the least recently used entries. Not thread-safe.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = [];

    public IEnumerable<TValue> Values => _order.Select(e => e.Value);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_nodes.TryGetValue(key, out LinkedListNode<(TKey Key, TValue Value)>? node))
        {
            value = default;
            return false;
        }

        _order.Remove(node);
        _order.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    public TValue GetOrAdd(TKey key, Func<TValue> create)
    {
        if (TryGet(key, out TValue? present))
        {
            return present;
        }

        TValue value = create();
        _nodes[key] = _order.AddFirst((key, value));
        if (_nodes.Count > capacity)
        {
            Remove(_order.Last!.Value.Key);
        }

        return value;
    }

    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out LinkedListNode<(TKey Key, TValue Value)>? node))
        {
            _order.Remove(node);
        }
    }
}
