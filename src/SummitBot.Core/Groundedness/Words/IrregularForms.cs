using System.Collections.Frozen;

namespace SummitBot.Core.Groundedness.Words;

/// <summary>English forms that no ending gives away: <c>went</c> of <c>go</c>.</summary>
internal sealed class IrregularForms
{
    private readonly FrozenDictionary<string, string> _base;

    private IrregularForms(FrozenDictionary<string, string> forms) => _base = forms;

    /// <summary>The base form, or null when the form is regular or unknown.</summary>
    public string? BaseOf(string form) => _base.GetValueOrDefault(form);

    public static IrregularForms Load() =>
        new(
            WordResource
                .Lines("irregular.txt")
                .Select(line => line.Split(' '))
                .SelectMany(forms => forms.Select(form => KeyValuePair.Create(form, forms[0])))
                .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
                .ToFrozenDictionary(StringComparer.Ordinal)
        );
}
