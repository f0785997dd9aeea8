using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SummitBot.Web.Markup;

/// <summary>
/// Markup that is safe to send: made from literals, with every value in between encoded. Values of other types than
/// <see cref="HtmlMarkupHandler"/> knows do not compile.
/// </summary>
public sealed class Html
{
    /// <summary>Encodes what has a meaning in HTML and leaves the letters of all scripts readable.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty { get; } = new("");

    /// <summary>The literals of the interpolated string as they are, its values encoded.</summary>
    public static Html From(HtmlMarkupHandler markup) => new(markup.ToString());

    /// <summary>Markup of our own that holds nothing from outside; sent as it is.</summary>
    internal static Html FromTrusted(string markup) => new(markup);

    public static Html Concat(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p._markup)));

    public override string ToString() => _markup;
}
