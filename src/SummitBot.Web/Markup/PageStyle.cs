using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Web.Markup;

/// <summary>The style sheet that every page holds, and the source expression that lets it pass a strict policy.</summary>
public static class PageStyle
{
    private static readonly string Css = EmbeddedAsset.ReadText("site.css");

    /// <summary>The sheet comes from our own assembly and must stand unencoded, byte for byte as it was hashed.</summary>
    public static Html Element { get; } = Html.FromTrusted($"<style>{Css}</style>");

    /// <summary>For <c>style-src</c>: the hash of the sheet (CSP Level 3, section 2.3.1).</summary>
    public static string CspSource { get; } =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
