namespace SummitBot.Language.Recognition;

public enum MentionKind
{
    Date,

    Number,

    /// <summary>A name after a preposition of place.</summary>
    Place,

    /// <summary>Any other name.</summary>
    Name,
}
