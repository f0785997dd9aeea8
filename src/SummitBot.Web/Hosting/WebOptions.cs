using System.ComponentModel.DataAnnotations;

namespace SummitBot.Web.Hosting;

/// <summary>Settings section <c>SummitBot:Web</c>: limits of a request.</summary>
public sealed class WebOptions
{
    public const string Section = "SummitBot:Web";

    /// <summary>A larger request body is refused, bytes.</summary>
    [Range(1_024, 100_000_000, ErrorMessage = "SummitBot:Web:MaxBodyBytes must lie between 1024 and 100000000.")]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>A request with more earlier turns is refused.</summary>
    [Range(0, 10_000, ErrorMessage = "SummitBot:Web:MaxTurns must lie between 0 and 10000.")]
    public int MaxTurns { get; set; } = 100;

    /// <summary>A question that takes longer is given up, seconds.</summary>
    [Range(1, 600, ErrorMessage = "SummitBot:Web:TimeLimitSeconds must lie between 1 and 600.")]
    public int TimeLimitSeconds { get; set; } = 30;

    internal TimeSpan TimeLimit => TimeSpan.FromSeconds(TimeLimitSeconds);

    /// <summary>Requests a minute from one address, not counting those of channels to <c>/api/messages</c>.</summary>
    [Range(10, 10_000_000, ErrorMessage = "SummitBot:Web:AddressPerMinute must lie between 10 and 10000000.")]
    public int AddressPerMinute { get; set; } = 3_000;
}
