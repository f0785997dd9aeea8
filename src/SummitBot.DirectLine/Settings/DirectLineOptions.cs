using System.ComponentModel.DataAnnotations;

namespace SummitBot.DirectLine.Settings;

/// <summary>Settings section <c>SummitBot:DirectLine</c>: conversations with web pages and programs.</summary>
public sealed class DirectLineOptions : IValidatableObject
{
    public const string Section = "SummitBot:DirectLine";

    /// <summary>Minimum length of a secret that cannot be found by guessing.</summary>
    private const int MinSecretLength = 16;

    /// <summary>Clients renew their tokens every 15 minutes, whatever the lifetime.</summary>
    private static readonly TimeSpan MinTokenLifetime = TimeSpan.FromMinutes(16);

    private static readonly TimeSpan MaxTokenLifetime = TimeSpan.FromDays(1);

    /// <summary>
    /// Secret with which a server of yours gets tokens for its users, at least 16 characters; empty gives tokens to web
    /// pages only.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// Origins of web pages that may talk to the bot, such as <c>https://www.example.org</c>, beside those of this
    /// host; <c>*</c> for all.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>How long a token is valid, 00:16:00 to 1.00:00:00.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Hours after its end in which a page may exchange a token to continue its conversation.</summary>
    [Range(0, 720, ErrorMessage = "SummitBot:DirectLine:RenewalHours must lie between 0 and 720.")]
    public int RenewalHours { get; set; } = 24;

    /// <summary>Maximum size of a request, bytes; larger ones are refused.</summary>
    [Range(1_024, 10_000_000, ErrorMessage = "SummitBot:DirectLine:MaxBodyBytes must lie between 1024 and 10000000.")]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>Activities a minute from one visitor.</summary>
    [Range(1, 1_000_000, ErrorMessage = "SummitBot:DirectLine:VisitorPerMinute must lie between 1 and 1000000.")]
    public int VisitorPerMinute { get; set; } = 30;

    /// <summary>Activities a minute, and new tokens an hour, from one address.</summary>
    [Range(1, 1_000_000, ErrorMessage = "SummitBot:DirectLine:AddressPerMinute must lie between 1 and 1000000.")]
    public int AddressPerMinute { get; set; } = 300;

    /// <summary>Activities a minute from all visitors.</summary>
    [Range(1, 10_000_000, ErrorMessage = "SummitBot:DirectLine:TotalPerMinute must lie between 1 and 10000000.")]
    public int TotalPerMinute { get; set; } = 6_000;

    /// <summary>Open sockets; further clients have to poll.</summary>
    [Range(0, 100_000, ErrorMessage = "SummitBot:DirectLine:MaxSockets must lie between 0 and 100000.")]
    public int MaxSockets { get; set; } = 2_000;

    /// <summary>Open sockets of one address.</summary>
    [Range(1, 100_000, ErrorMessage = "SummitBot:DirectLine:AddressSockets must lie between 1 and 100000.")]
    public int AddressSockets { get; set; } = 500;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secret.Length is > 0 and < MinSecretLength)
        {
            yield return new ValidationResult(
                $"SummitBot:DirectLine:Secret has less than {MinSecretLength} characters: take a long random one, for example from `openssl rand -base64 32`."
            );
        }

        if (TokenLifetime < MinTokenLifetime || TokenLifetime > MaxTokenLifetime)
        {
            yield return new ValidationResult(
                "SummitBot:DirectLine:TokenLifetime must lie between 00:16:00 and 1.00:00:00: clients renew their tokens every 15 minutes."
            );
        }

        foreach (string origin in AllowedOrigins.Where(o => o != Origins.Any && !Origins.IsOrigin(o)))
        {
            yield return new ValidationResult(
                $"SummitBot:DirectLine:AllowedOrigins has '{origin}', which is not an origin: write it like https://www.example.org, without a path."
            );
        }
    }
}
