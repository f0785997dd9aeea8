namespace SummitBot.Bot.Turns;

/// <summary>What the parts of a pipeline leave for one another during one turn; disposed of with it.</summary>
public sealed class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    public TurnContextStateCollection()
        : base(StringComparer.Ordinal) { }

    public T? Get<T>(string key)
        where T : class => TryGetValue(key, out object? value) ? value as T : null;

    /// <summary>What was left under the name of the type.</summary>
    public T? Get<T>()
        where T : class => Get<T>(KeyOf<T>());

    public void Add<T>(T value)
        where T : class => Add(KeyOf<T>(), value);

    /// <param name="value">Null takes the entry away.</param>
    public void Set<T>(string key, T? value)
        where T : class
    {
        if (value is null)
        {
            Remove(key);
            return;
        }

        this[key] = value;
    }

    /// <param name="value">Null takes the entry away.</param>
    public void Set<T>(T? value)
        where T : class => Set(KeyOf<T>(), value);

    public void Dispose()
    {
        foreach (IDisposable disposable in Values.OfType<IDisposable>())
        {
            disposable.Dispose();
        }

        Clear();
    }

    private static string KeyOf<T>() => typeof(T).FullName ?? typeof(T).Name;
}
