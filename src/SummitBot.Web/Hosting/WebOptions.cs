using System.ComponentModel.DataAnnotations;

namespace SummitBot.Web.Hosting;

/// <summary>Settings section <c>SummitBot:Web</c>: limits of a request.</summary>
public sealed class WebOptions
{
    public const string Section = "SummitBot:Web";

    /// <summary>Maximum size of a request body, bytes; larger ones are refused.</summary>
    [Range(1_024, 100_000_000, ErrorMessage = "SummitBot:Web:MaxBodyBytes must lie between 1024 and 100000000.")]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>Maximum number of earlier turns in a request; more are refused.</summary>
    [Range(0, 10_000, ErrorMessage = "SummitBot:Web:MaxTurns must lie between 0 and 10000.")]
    public int MaxTurns { get; set; } = 100;

    /// <summary>Time limit for a question, seconds.</summary>
    [Range(1, 600, ErrorMessage = "SummitBot:Web:TimeLimitSeconds must lie between 1 and 600.")]
    public int TimeLimitSeconds { get; set; } = 30;

    internal TimeSpan TimeLimit => TimeSpan.FromSeconds(TimeLimitSeconds);

    /// <summary>Requests a minute from one address, not counting those of channels to <c>/api/messages</c>.</summary>
    [Range(10, 10_000_000, ErrorMessage = "SummitBot:Web:AddressPerMinute must lie between 10 and 10000000.")]
    public int AddressPerMinute { get; set; } = 3_000;
}
