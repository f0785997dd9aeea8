using System.Collections.Frozen;

namespace SummitBot.Language.Words;

/// <summary>English forms that no ending gives away: <c>went</c> of <c>go</c>.</summary>
/// <remarks>
/// A line of the table has a base form and its forms; those behind a <c>|</c> are as often another word
/// (<c>find | found</c>).
/// </remarks>
public sealed class IrregularForms
{
    private const string Mark = "|";

    private static readonly Lazy<IrregularForms> Loaded = new(() => new IrregularForms());

    private readonly FrozenDictionary<string, string> _base;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _sureBase;

    private IrregularForms()
    {
        string[][] lines = [.. WordResource.Lines("irregular.txt").Select(line => line.Split(' '))];
        _base = Table(lines, line => line.Where(w => w != Mark));
        _sureBase = Table(lines, line => line.TakeWhile(w => w != Mark)).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Loaded once, when first asked for.</summary>
    public static IrregularForms English => Loaded.Value;

    /// <summary>The base form, or null when the form is regular or unknown.</summary>
    /// <param name="form">In lower case.</param>
    public string? GetBase(string form) => _base.GetValueOrDefault(form);

    /// <summary>The base form, or null when the form is regular or unknown, or is as often another word.</summary>
    /// <param name="form">In lower case.</param>
    public string? GetSureBase(ReadOnlySpan<char> form) =>
        _sureBase.TryGetValue(form, out string? found) ? found : null;

    private static FrozenDictionary<string, string> Table(
        IEnumerable<string[]> lines,
        Func<string[], IEnumerable<string>> formsOf
    ) =>
        lines
            .SelectMany(line => formsOf(line).Select(form => KeyValuePair.Create(form, line[0])))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
}
