using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Access;
using SummitBot.Core.Settings;

namespace SummitBot.Web.Access;

/// <summary>Settings section <c>SummitBot:Access</c>: who may see articles that are not public.</summary>
public sealed class AccessOptions : IValidatableObject
{
    public const string Section = "SummitBot:Access";

    /// <summary>
    /// Keys of programs by a name of yours, each with <c>Key</c> and <c>Groups</c>: who shows the key as bearer token asks,
    /// and reads <c>/articles</c>, as a member of these groups.
    /// </summary>
    public IReadOnlyDictionary<string, AccessKeyOptions> Keys { get; set; } =
        new Dictionary<string, AccessKeyOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Authorities by a name of yours, each with <c>Authority</c>, <c>Audience</c>, <c>Claim</c> and <c>Groups</c>, whose bearer
    /// tokens say what their holders may see; see docs/sources.md.
    /// </summary>
    public IReadOnlyDictionary<string, AccessTokenOptions> Tokens { get; set; } =
        new Dictionary<string, AccessTokenOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members of each group in Teams: object ids of their accounts in Microsoft Entra.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a member gets answers from restricted articles in group chats and channels too, where everybody reads them.
    /// </summary>
    public bool InGroupChats { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach ((string name, AccessKeyOptions key) in Keys)
        {
            if (SecretStrength.FindProblem($"{Section}:Keys:{name}:Key", key.Key) is { } weakness)
            {
                yield return new ValidationResult(weakness);
            }

            if (GroupNames.Read(key.Groups, out string? problem) is null)
            {
                yield return new ValidationResult($"{Section}:Keys:{name}:Groups {problem}.");
            }
        }

        foreach (ValidationResult invalid in Tokens.SelectMany(t => t.Value.FindProblems($"{Section}:Tokens:{t.Key}")))
        {
            yield return invalid;
        }

        foreach ((string group, IReadOnlyList<string> members) in Members)
        {
            if (members.FirstOrDefault(m => !Guid.TryParse(m, out _)) is { } member)
            {
                yield return new ValidationResult(
                    $"{Section}:Members:{group} has '{member}', which is no object id: copy it from the account's page in the Entra admin center."
                );
            }
        }
    }
}
