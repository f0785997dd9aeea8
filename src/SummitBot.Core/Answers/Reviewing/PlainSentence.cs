using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>
/// A model's sentence as one line of plain text. Emphasis, list marks, citation marks, invisible and direction-changing
/// characters are taken away; what could still act when shown (a link, an image, an address, HTML, code) makes the
/// sentence harmful: it is never shown, whatever the source says.
/// </summary>
/// <param name="Text">Without markup; compared with sources, and shown when harmless.</param>
/// <param name="IsHarmless">Nothing was in it but words.</param>
public sealed partial record PlainSentence(string Text, bool IsHarmless)
{
    /// <summary>The reason code of a harmful sentence.</summary>
    public const string Code = "markup";

    private static readonly SearchValues<char> Active = SearchValues.Create("<>|`\\{}^~\u2060");

    public static PlainSentence From(string text)
    {
        string visible = WithoutInvisible(WebUtility.HtmlDecode(text).Normalize(NormalizationForm.FormC));
        string plain = Mark().Replace(LeadingMark().Replace(visible.Trim(), ""), "");
        plain = Emphasis().Replace(plain, "");
        plain = Spaces().Replace(plain, " ").Trim();
        plain = SpaceBeforeStop().Replace(plain, "${stop}");
        plain = NextItem().Replace(plain, "");
        bool isHarmless = !plain.AsSpan().ContainsAny(Active) && !Linked().IsMatch(plain);
        return new PlainSentence(plain, isHarmless);
    }

    private static string WithoutInvisible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    visible.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                case UnicodeCategory.Surrogate:
                    break;
                default:
                    visible.Append(rune);
                    break;
            }
        }

        return visible.ToString();
    }

    /// <summary>A heading, quotation or list mark at the start of a line.</summary>
    [GeneratedRegex(@"^(?:#{1,6}\s+|>\s*|[-*+•]\s+|\d{1,2}[.)]\s+(?=\p{Lu}))+", RegexOptions.None, 1_000)]
    private static partial Regex LeadingMark();

    /// <summary>A citation mark that the reader of drafts left: <c>[1]</c>, <c>[2, 3]</c>, <c>【4†source】</c>.</summary>
    [GeneratedRegex(@"(?<!\D\])\[\^?\d[\d,;\s-]*\](?!\()|【[^】]{0,40}】", RegexOptions.None, 1_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)", RegexOptions.None, 1_000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" +(?<stop>[.,;:!?])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SpaceBeforeStop();

    /// <summary>The number of a list's first item, which the sentence before it ended with: <c>these steps: 1.</c></summary>
    [GeneratedRegex(@"(?<=[:.;]) \d{1,2}[.)]$", RegexOptions.None, 1_000)]
    private static partial Regex NextItem();

    /// <summary>
    /// Addresses of the web and of mail, schemes that a browser follows, names of hosts with a path or a common ending,
    /// and brackets that Markdown reads as links or images.
    /// </summary>
    [GeneratedRegex(
        @"\w+://|//\S|\bwww\.|(?<!\w)(?:javascript|data|mailto|vbscript|file|tel|sms|https?)\s*:\s*\S|\S@[\w-]+\.\w|"
            + @"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|io|ru|cn|co|uk|de|example|test|invalid|biz|top|xyz|app|dev|ai|me|tv|gov|edu|mil|onion|zip|link|click|site|online)\b(?!\w)|"
            + @"\b[\w-]+\.\p{L}{2,}/\S|!\[|\]\s*[\[(]|\[[^\]]*\]\s*:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Linked();
}
