using System.Globalization;
using SummitBot.Core.Articles;

namespace SummitBot.Core.Passages;

/// <summary>
/// The stable name of a passage: its article and its 1-based position in it. Prints <c>vostochny-summit#2</c>.
/// </summary>
public readonly record struct PassageId(ArticleId Article, int Ordinal)
{
    /// <summary>Reads the output of <see cref="ToString"/>.</summary>
    public static bool TryParse(string? text, out PassageId id)
    {
        id = default;
        int mark = text?.LastIndexOf('#') ?? -1;
        if (mark < 0 || !ArticleId.IsValid(text![..mark]))
        {
            return false;
        }

        if (
            !int.TryParse(text.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            || ordinal < 1
        )
        {
            return false;
        }

        id = new PassageId(new ArticleId(text[..mark]), ordinal);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Article}#{Ordinal}");
}
