using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Web.Markup;

/// <summary>The style sheet of every page, and the source expression that permits it under a strict policy.</summary>
public static class PageStyle
{
    private static readonly string Css = EmbeddedAsset.ReadText("site.css");

    /// <summary>
    /// The sheet is embedded in our own assembly and must be sent unencoded, byte for byte as it was hashed.
    /// </summary>
    public static Html Element { get; } = Html.FromTrusted($"<style>{Css}</style>");

    /// <summary>For <c>style-src</c>: the hash of the sheet (CSP Level 3, section 2.3.1).</summary>
    public static string CspSource { get; } =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
