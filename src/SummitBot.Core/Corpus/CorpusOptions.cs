using System.ComponentModel.DataAnnotations;

namespace SummitBot.Core.Corpus;

/// <summary>Settings section <c>SummitBot:Corpus</c>.</summary>
public sealed class CorpusOptions
{
    public const string Section = "SummitBot:Corpus";

    /// <summary>Files and folders that hold the articles; relative ones start at the current folder.</summary>
    [MinLength(1, ErrorMessage = "SummitBot:Corpus:Paths is empty: name at least one file or folder with articles.")]
    public IReadOnlyList<string> Paths { get; set; } = ["corpus"];

    /// <summary>A larger file is refused, bytes.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "SummitBot:Corpus:MaxFileBytes must lie between 1 and 2147483647.")]
    public long MaxFileBytes { get; set; } = 20_000_000;
}
