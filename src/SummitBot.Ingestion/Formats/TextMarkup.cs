using System.Text.RegularExpressions;

namespace SummitBot.Ingestion.Formats;

/// <summary>Removes the markup of reStructuredText and AsciiDoc from a line.</summary>
internal static partial class TextMarkup
{
    /// <summary>Roles (<c>:ref:`text &lt;target&gt;`</c>), links (<c>`text &lt;url&gt;`_</c>), emphasis, literals and notes.</summary>
    public static string StripReStructuredText(string line)
    {
        string text = RoleOrLink().Replace(line, "${text}");
        text = Substitution().Replace(text, "${text}");
        return Emphasis().Replace(text, "${text}");
    }

    /// <summary>Links (<c>https://a.org[text]</c>, <c>&lt;&lt;id,text&gt;&gt;</c>), emphasis, literals and anchors.</summary>
    public static string StripAsciiDoc(string line)
    {
        string text = Anchor().Replace(line, "");
        text = CrossReference().Replace(text, "${text}");
        text = Macro().Replace(text, "${text}");
        return AsciiEmphasis().Replace(text, "${text}");
    }

    [GeneratedRegex(
        @"(:[\w.+-]{1,40}:)?`(?<text>[^`<]{1,500}?)\s*(<[^`>]{1,500}>)?`_{0,2}",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex RoleOrLink();

    [GeneratedRegex(@"\|(?<text>\w[^|]{0,100})\|_{0,2}|\[(#|\d{1,4})\w{0,20}\]_", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Substitution();

    [GeneratedRegex(
        @"(?<!\w)(?<mark>\*{1,2}|`{1,2})(?=\S)(?<text>[^*`]{1,500}?)(?<=\S)\k<mark>(?!\w)",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[\[[^\]]{1,200}\]\]", RegexOptions.None, 1_000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<<[^,>]{1,200},?\\s*(?<text>[^>]{0,300})>>", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex CrossReference();

    [GeneratedRegex(
        @"(\b(link|xref|mailto|footnote|kbd|btn|menu):|\bhttps?://)[^\s\[\]]{0,500}\[(?<text>[^\]]{0,500})\]",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Macro();

    [GeneratedRegex(
        @"(?<!\w)(?<mark>[*_`#]{1,2})(?=\S)(?<text>[^*_`#]{1,500}?)(?<=\S)\k<mark>(?!\w)",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex AsciiEmphasis();
}
