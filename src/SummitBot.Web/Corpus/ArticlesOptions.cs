using System.ComponentModel.DataAnnotations;

namespace SummitBot.Web.Corpus;

/// <summary>Settings section <c>SummitBot:Articles</c>: programs that send articles, change and delete them.</summary>
public sealed class ArticlesOptions
{
    public const string Section = "SummitBot:Articles";

    /// <summary>
    /// What programs show as bearer token at <c>/api/articles</c>; at least 16 characters without spaces. Empty switches it
    /// off.
    /// </summary>
    [RegularExpression(
        @"^(\S{16,})?$",
        MatchTimeoutInMilliseconds = 1_000,
        ErrorMessage = "SummitBot:Articles:Key is too easy to guess: give it at least 16 characters without spaces, or leave it empty."
    )]
    public string Key { get; set; } = "";

    /// <summary>How long a request waits until the article is searchable, seconds. After that it gets 202: the article is kept and will be searchable later.</summary>
    [Range(0, 300, ErrorMessage = "SummitBot:Articles:WaitSeconds must lie between 0 and 300.")]
    public int WaitSeconds { get; set; } = 10;

    internal bool IsOpen => Key.Length > 0;
}
