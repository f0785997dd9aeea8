using System.ComponentModel.DataAnnotations;

namespace SummitBot.Core.Answers;

/// <summary>The model that reads question and passages together, section <c>SummitBot:Reader</c>.</summary>
public sealed class ReaderOptions
{
    public const string Section = "SummitBot:Reader";

    [EnumDataType(
        typeof(ReaderProvider),
        ErrorMessage = "SummitBot:Reader:Provider must be embedded (the reader that comes along) or none."
    )]
    public ReaderProvider Provider { get; set; } = ReaderProvider.Embedded;

    /// <summary>So many of the best passages are read; more take longer.</summary>
    [Range(1, 50, ErrorMessage = "SummitBot:Reader:Passages must lie between 1 and 50.")]
    public int Passages { get; set; } = 6;

    /// <summary>An answer does not wait longer for the reader, once its model is loaded.</summary>
    [Range(1, 60_000, ErrorMessage = "SummitBot:Reader:DeadlineMilliseconds must lie between 1 and 60000.")]
    public int DeadlineMilliseconds { get; set; } = 300;
}
