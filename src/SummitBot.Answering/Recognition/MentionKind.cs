namespace SummitBot.Answering.Recognition;

internal enum MentionKind
{
    Date,

    Number,

    /// <summary>A name behind a preposition of place.</summary>
    Place,

    /// <summary>Any other name.</summary>
    Name,
}
