using System.ComponentModel.DataAnnotations;

namespace SummitBot.Core.Reading;

/// <summary>Settings section <c>SummitBot:Reader</c>: the model that reads question and passages together.</summary>
public sealed class ReaderOptions
{
    public const string Section = "SummitBot:Reader";

    /// <summary>
    /// <c>embedded</c> reads English questions with the built-in model; <c>none</c> chooses by words and vectors alone.
    /// </summary>
    [EnumDataType(typeof(ReaderProvider), ErrorMessage = "SummitBot:Reader:Provider must be embedded or none.")]
    public ReaderProvider Provider { get; set; } = ReaderProvider.Embedded;

    /// <summary>The number of best passages that are read for one question; more take longer.</summary>
    [Range(1, 50, ErrorMessage = "SummitBot:Reader:Passages must lie between 1 and 50.")]
    public int Passages { get; set; } = 6;

    /// <summary>
    /// Time limit for the reader; a later answer is chosen without it. Loading the model at the start does not count.
    /// </summary>
    [Range(1, 60_000, ErrorMessage = "SummitBot:Reader:DeadlineMilliseconds must lie between 1 and 60000.")]
    public int DeadlineMilliseconds { get; set; } = 1000;
}

/// <summary>Where the model that reads question and passages comes from.</summary>
public enum ReaderProvider
{
    /// <summary>None: sentences are chosen by their words and vectors.</summary>
    None,

    /// <summary>The built-in model; it reads English.</summary>
    Embedded,
}
