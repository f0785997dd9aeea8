namespace SummitBot.Core.Feedback;

public enum Reaction
{
    /// <summary>The answer helped.</summary>
    Like,

    /// <summary>It did not.</summary>
    Dislike,
}
