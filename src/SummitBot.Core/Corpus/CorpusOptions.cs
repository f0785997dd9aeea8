using System.ComponentModel.DataAnnotations;

namespace SummitBot.Core.Corpus;

/// <summary>Settings section <c>SummitBot:Corpus</c>.</summary>
public sealed class CorpusOptions
{
    public const string Section = "SummitBot:Corpus";

    /// <summary>What an empty <see cref="Paths"/> becomes once settings are bound.</summary>
    public static readonly IReadOnlyList<string> DefaultPaths = ["corpus"];

    /// <summary>
    /// Files and folders that hold the articles; relative ones start at the current folder. When none is set:
    /// <see cref="DefaultPaths"/>, which cannot be the initial value because binding adds to a list that has items.
    /// </summary>
    public IReadOnlyList<string> Paths { get; set; } = [];

    /// <summary>A larger file is refused, bytes.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "SummitBot:Corpus:MaxFileBytes must lie between 1 and 2147483647.")]
    public long MaxFileBytes { get; set; } = 20_000_000;

    /// <summary>A file that takes longer to read is given up, seconds.</summary>
    [Range(1, 3_600, ErrorMessage = "SummitBot:Corpus:MaxFileSeconds must lie between 1 and 3600 (an hour).")]
    public int MaxFileSeconds { get; set; } = 20;

    /// <summary>
    /// True to follow links that lead out of <see cref="Paths"/>: everything that they lead to is published.
    /// </summary>
    public bool FollowLinksOutside { get; set; }

    /// <summary>Seconds between two looks of a running host at the corpus; 0 looks only when it starts.</summary>
    [Range(0, 86_400, ErrorMessage = "SummitBot:Corpus:RefreshSeconds must lie between 0 and 86400 (a day).")]
    public int RefreshSeconds { get; set; } = 60;
}
