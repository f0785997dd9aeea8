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
}
