using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Corpus;

/// <summary>Settings section <c>SummitBot:Index</c>: the index of the articles.</summary>
public sealed class IndexOptions
{
    public const string Section = "SummitBot:Index";

    /// <summary>Folder of the index; a relative one starts at the folder of the settings file.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "SummitBot:Index:Path is empty: name a folder for the index.")]
    [SettingsPath]
    public string Path { get; set; } = ".index";

    /// <summary>
    /// A folder that all hosts of a shared database reach: one host builds the index and publishes it there, the others
    /// install it into their <see cref="Path"/>. Empty: each host builds its own.
    /// </summary>
    [SettingsPath]
    public string Snapshots { get; set; } = "";
}
