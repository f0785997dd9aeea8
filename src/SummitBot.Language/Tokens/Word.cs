namespace SummitBot.Language.Tokens;

/// <summary>A word of a question, a sentence or a title.</summary>
/// <param name="Text">As written, without a possessive ending.</param>
/// <param name="Form">Lower case.</param>
/// <param name="Stem">The form that the index holds.</param>
/// <param name="Start">First UTF-16 unit in the text it was cut from.</param>
/// <param name="End">One past its last unit there.</param>
public readonly record struct Word(string Text, string Form, string Stem, int Start, int End)
{
    /// <summary>Words longer than this also match by their first letters.</summary>
    public const int PrefixLength = 5;

    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>One past the last unit of <see cref="Text"/>, so before a possessive ending.</summary>
    public int BareEnd => Start + Text.Length;

    public bool IsPossessive => BareEnd < End;

    public bool HasDigit => Text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>The first letters that stand for the word family; the whole stem of a short word.</summary>
    public string Prefix => Form.Length >= PrefixLength ? Form[..PrefixLength] : Form;

    /// <summary>The same stem or, for longer words, the same first letters.</summary>
    public bool IsInSameFamily(Word other) =>
        Stem == other.Stem
        || (Form.Length >= PrefixLength && other.Form.Length >= PrefixLength && Prefix == other.Prefix);
}
