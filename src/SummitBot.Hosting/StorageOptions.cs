using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Settings;

namespace SummitBot.Hosting;

/// <summary>Settings section <c>SummitBot:Storage</c>: the database of conversations and feedback.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "SummitBot:Storage";

    /// <summary>
    /// <c>sqlite</c> stores everything in a file for one host; <c>postgres</c> on a server that hosts on several
    /// machines share.
    /// </summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>File of the SQLite database; a relative one starts at the folder of the settings file.</summary>
    [Required(
        AllowEmptyStrings = false,
        ErrorMessage = "SummitBot:Storage:Path is empty: name a file for the database, for example .data/summitbot.db."
    )]
    [SettingsPath]
    public string Path { get; set; } = ".data/summitbot.db";

    /// <summary>
    /// Connection string of the PostgreSQL server, such as
    /// <c>Host=db.example.org;Database=summitbot;Username=summitbot;Password=...</c>.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Days that conversations are kept after their last activity, and feedback; 0 keeps them forever.
    /// </summary>
    [Range(0, 36_500, ErrorMessage = "SummitBot:Storage:RetentionDays must lie between 0 (for ever) and 36500.")]
    public int RetentionDays { get; set; } = 90;

    /// <summary>Days that feedback is kept, with its turn; 0 for ever, empty for <see cref="RetentionDays"/>.</summary>
    [Range(0, 36_500, ErrorMessage = "SummitBot:Storage:FeedbackDays must lie between 0 (for ever) and 36500.")]
    public int? FeedbackDays { get; set; }

    /// <summary>
    /// Days that the activities of a Direct Line conversation are kept for showing it again on a page; 0 for ever,
    /// empty for <see cref="RetentionDays"/>.
    /// </summary>
    [Range(0, 36_500, ErrorMessage = "SummitBot:Storage:ActivityDays must lie between 0 (for ever) and 36500.")]
    public int? ActivityDays { get; set; }

    /// <summary>
    /// Maximum size of a SQLite database, megabytes; above it, the conversations that were silent longest are deleted.
    /// 0 for no limit.
    /// </summary>
    [Range(0, 1_000_000, ErrorMessage = "SummitBot:Storage:MaxMegabytes must lie between 0 (no limit) and 1000000.")]
    public int MaxMegabytes { get; set; } = 4_096;

    /// <summary>
    /// Seconds to wait while another process writes to the SQLite database, or while PostgreSQL restarts.
    /// </summary>
    [Range(1, 60, ErrorMessage = "SummitBot:Storage:BusySeconds must lie between 1 and 60.")]
    public int BusySeconds { get; set; } = 5;

    /// <summary>
    /// Seconds without a sign of life after which a host counts as lost and others answer what it had accepted.
    /// </summary>
    [Range(2, 600, ErrorMessage = "SummitBot:Storage:LeaseSeconds must lie between 2 and 600.")]
    public int LeaseSeconds { get; set; } = 15;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageProvider.Postgres && ConnectionString.Length == 0)
        {
            yield return new ValidationResult(
                "SummitBot:Storage:ConnectionString is empty: the provider postgres needs one, for example Host=localhost;Database=summitbot;Username=summitbot."
            );
        }
    }
}

public enum StorageProvider
{
    /// <summary>A file of one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server that any number of hosts share.</summary>
    Postgres,
}
