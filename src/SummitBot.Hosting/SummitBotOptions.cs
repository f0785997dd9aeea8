using System.ComponentModel.DataAnnotations;

namespace SummitBot.Hosting;

/// <summary>Settings section <c>SummitBot</c>: what all parts share.</summary>
public sealed class SummitBotOptions : IValidatableObject
{
    public const string Section = "SummitBot";

    /// <summary>
    /// Address under which people reach the web host. Requests for its name are served, and citations of articles
    /// without an address of their own link to its article pages; empty: no links.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// Folder that relative paths of settings start at, in the file and in the environment; empty for the folder of the
    /// settings file.
    /// </summary>
    public string Folder { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool isWebAddress =
            Uri.TryCreate(PublicUrl, UriKind.Absolute, out Uri? url) && (url.Scheme is "http" or "https");
        if (PublicUrl.Length > 0 && !isWebAddress)
        {
            yield return new ValidationResult(
                $"SummitBot:PublicUrl '{PublicUrl}' is no absolute http or https address: write it like https://bot.example.org, or leave it empty."
            );
        }
    }
}
