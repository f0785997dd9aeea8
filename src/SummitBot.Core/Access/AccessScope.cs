namespace SummitBot.Core.Access;

/// <summary>
/// What an asker may see: public articles, and those of the asker's groups. It travels with every question to the index,
/// which finds nothing outside of it. Equal scopes see the same.
/// </summary>
public sealed record AccessScope
{
    private readonly GroupNames _groups;

    private AccessScope(bool isEverything, GroupNames groups) => (IsEverything, _groups) = (isEverything, groups);

    /// <summary>Public articles alone: for askers of whom nothing is known.</summary>
    public static AccessScope Public { get; } = new(isEverything: false, GroupNames.None);

    /// <summary>Every article, whatever its groups: for the operator at the machine, and for the index itself.</summary>
    public static AccessScope Everything { get; } = new(isEverything: true, GroupNames.None);

    public bool IsEverything { get; }

    /// <summary>The asker's groups, in order; empty for <see cref="Public"/> and for <see cref="Everything"/>.</summary>
    public IReadOnlyList<string> Groups => _groups.Names;

    /// <summary>Public articles and those of the groups.</summary>
    public static AccessScope ForGroups(IEnumerable<string> groups) =>
        new(isEverything: false, GroupNames.From(groups));

    /// <summary>True when an article of these groups may be seen; without groups it is public.</summary>
    public bool Allows(GroupNames articleGroups)
    {
        ArgumentNullException.ThrowIfNull(articleGroups);
        return IsEverything || articleGroups.Names.Count == 0 || articleGroups.Names.Any(Groups.Contains);
    }

    public override string ToString() =>
        IsEverything ? "everything"
        : Groups.Count == 0 ? "public"
        : $"public, {_groups}";
}
