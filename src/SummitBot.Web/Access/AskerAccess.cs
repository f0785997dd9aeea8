using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Access;
using SummitBot.Web.Admin;

namespace SummitBot.Web.Access;

/// <summary>Tells what an asker may see: of whom nothing is known for certain, what is public.</summary>
public sealed class AskerAccess
{
    private readonly IReadOnlyList<(string Key, AccessScope Scope)> _keys;
    private readonly ILookup<string, string> _groupsByMember;
    private readonly bool _inGroupChats;

    public AskerAccess(IOptions<AccessOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _keys = [.. options.Value.Keys.Values.Select(k => (k.Key, AccessScope.ForGroups(k.Groups)))];
        _groupsByMember = options
            .Value.Members.SelectMany(group => group.Value.Select(member => (Member: member, Group: group.Key)))
            .ToLookup(m => m.Member, m => m.Group, StringComparer.OrdinalIgnoreCase);
        _inGroupChats = options.Value.InGroupChats;
    }

    /// <summary>False while no key is set, so that nobody has to show one.</summary>
    public bool HasKeys => _keys.Count > 0;

    /// <summary>What the holder of a key may see; null when it is none.</summary>
    public AccessScope? FindScope(string key)
    {
        AccessScope? found = null;
        // All of them, so that the time taken tells nothing.
        foreach ((string known, AccessScope scope) in _keys)
        {
            found = AdminKey.IsSame(key, known) ? scope : found;
        }

        return found;
    }

    /// <summary>What the person may see who sent the activity.</summary>
    public AccessScope GetScope(ITurnContext turn)
    {
        if (!_inGroupChats && !TurnCaller.IsAlone(turn))
        {
            return AccessScope.Public;
        }

        string? person = TurnCaller.GetEntraObjectId(turn);
        return AccessScope.ForGroups([.. TurnCaller.GetGroups(turn), .. person is null ? [] : _groupsByMember[person]]);
    }
}
