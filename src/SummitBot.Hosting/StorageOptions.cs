using System.ComponentModel.DataAnnotations;

namespace SummitBot.Hosting;

/// <summary>Settings section <c>SummitBot:Storage</c>: the database of conversations and feedback.</summary>
public sealed class StorageOptions
{
    public const string Section = "SummitBot:Storage";

    /// <summary>File of the database; a relative one starts at the current folder.</summary>
    [Required(
        AllowEmptyStrings = false,
        ErrorMessage = "SummitBot:Storage:Path is empty: name a file for the database, for example .data/summitbot.db."
    )]
    public string Path { get; set; } = ".data/summitbot.db";

    /// <summary>
    /// Days that conversations and feedback are kept after their last activity; 0 keeps them forever.
    /// </summary>
    [Range(0, 36_500, ErrorMessage = "SummitBot:Storage:RetentionDays must lie between 0 (for ever) and 36500.")]
    public int RetentionDays { get; set; } = 90;

    /// <summary>
    /// Maximum size of the database, megabytes; above it, the conversations that were silent longest are deleted. 0 for
    /// no limit.
    /// </summary>
    [Range(0, 1_000_000, ErrorMessage = "SummitBot:Storage:MaxMegabytes must lie between 0 (no limit) and 1000000.")]
    public int MaxMegabytes { get; set; } = 4_096;

    /// <summary>Seconds to wait while another process writes to the database.</summary>
    [Range(1, 60, ErrorMessage = "SummitBot:Storage:BusySeconds must lie between 1 and 60.")]
    public int BusySeconds { get; set; } = 5;
}
