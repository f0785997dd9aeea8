using System.Data;
using System.Text;
using Dapper;

namespace SummitBot.Storage.Database;

/// <summary>
/// Text as every engine can keep it: without the character NUL and without halves of characters, which come from outside.
/// </summary>
internal sealed class StoredText : SqlMapper.TypeHandler<string>
{
    private StoredText() { }

    /// <summary>Puts it in the place of Dapper's own way with text. Safe to call more than once.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new StoredText());
    }

    public override void SetValue(IDbDataParameter parameter, string? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value is null ? DBNull.Value : Clean(value);
    }

    public override string? Parse(object value) => value as string;

    private static string Clean(string text)
    {
        if (!text.AsSpan().Contains('\0') && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        // Halves of characters come out as U+FFFD.
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }
}
