using System.Text;

namespace SummitBot.Core.Articles;

/// <summary>
/// The stable name of an article, for example <c>vostochny-summit</c>: letters and digits of any script, <c>-</c>,
/// <c>_</c> and <c>.</c>, 1 to 200 characters. Case is kept and compared.
/// </summary>
public readonly record struct ArticleId : IComparable<ArticleId>
{
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <exception cref="ArgumentException">The value is empty or has a character that is not allowed in an
    /// id.</exception>
    public ArticleId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"'{value}' is no article id: use letters, digits, '-', '_' and '.', at most {MaxLength} characters.",
                nameof(value)
            );
        }

        _value = value;
    }

    public string Value => _value ?? "";

    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(IsIdCharacter) && value.Any(char.IsLetterOrDigit);

    /// <summary>
    /// The id of the file with this path below its corpus folder: without extension; folders and each character that is
    /// not allowed become one <c>-</c>. <c>2023/Kim visit.md</c> gives <c>2023-Kim-visit</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The path has no letter and no digit.</exception>
    public static ArticleId FromRelativePath(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        string withoutExtension = Path.ChangeExtension(relativePath, null).Normalize(NormalizationForm.FormC);
        var id = new StringBuilder(withoutExtension.Length);
        foreach (char c in withoutExtension)
        {
            if (IsIdCharacter(c))
            {
                id.Append(c);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        string trimmed = id.ToString().Trim('-');
        return new ArticleId(trimmed.Length <= MaxLength ? trimmed : trimmed[..MaxLength]);
    }

    public int CompareTo(ArticleId other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(ArticleId left, ArticleId right) => left.CompareTo(right) < 0;

    public static bool operator >(ArticleId left, ArticleId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArticleId left, ArticleId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArticleId left, ArticleId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;

    private static bool IsIdCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
