namespace SummitBot.Core.Access;

/// <summary>
/// Names of groups of people, each once, in order. Upper and lower case are the same; they may be names or the object ids of
/// a directory.
/// </summary>
public sealed class GroupNames : IEquatable<GroupNames>
{
    /// <summary>Stands for everybody where groups are named: an article of a restricted folder may say that it is public.</summary>
    public const string Everybody = "public";

    private const int MaxNameLength = 100;

    private GroupNames(IReadOnlyList<string> names) => Names = names;

    /// <summary>No groups: the article is public, the asker belongs to none.</summary>
    public static GroupNames None { get; } = new([]);

    public IReadOnlyList<string> Names { get; }

    /// <summary>The names in lower case; those that are empty, and <see cref="Everybody"/>, are left out.</summary>
    public static GroupNames From(IEnumerable<string> names)
    {
        string[] clean =
        [
            .. names
                .Select(name => name.Trim().ToLowerInvariant())
                .Where(name => name.Length > 0 && name != Everybody)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return clean.Length == 0 ? None : new GroupNames(clean);
    }

    /// <summary>
    /// The groups that an article or a folder names. Null, with a sentence of what is wrong, for names that leave open who may
    /// read it: an article must not be public by mistake.
    /// </summary>
    public static GroupNames? Read(IReadOnlyList<string> names, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(names);
        var groups = From(names);
        bool isPublic = names.Count == 1 && names[0].Trim().Equals(Everybody, StringComparison.OrdinalIgnoreCase);
        problem =
            isPublic ? null
            : groups.Names.Count == 0 ? "names no group: name who may read it, or write 'public'"
            : groups.Names.Count < names.Count(n => n.Trim().Length > 0) && names.Any(IsEverybody)
                ? "names groups and 'public' together: write one or the other"
            : groups.Names.Any(n => n.Length > MaxNameLength || n.Any(char.IsControl) || n.Contains(','))
                ? $"has a name that is too long or holds a comma: use at most {MaxNameLength} characters"
            : null;
        return problem is null ? groups : null;
    }

    public bool Equals(GroupNames? other) =>
        other is not null && Names.SequenceEqual(other.Names, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as GroupNames);

    public override int GetHashCode() =>
        Names.Aggregate(17, (hash, name) => HashCode.Combine(hash, name.GetHashCode(StringComparison.Ordinal)));

    public override string ToString() => string.Join(", ", Names);

    private static bool IsEverybody(string name) => name.Trim().Equals(Everybody, StringComparison.OrdinalIgnoreCase);
}
