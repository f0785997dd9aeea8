using SummitBot.Core.Conversations;

namespace SummitBot.Core.Feedback;

/// <summary>A user's reaction to an answer.</summary>
public sealed record AnswerFeedback
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>The id of the activity that showed the answer.</summary>
    public required string AnswerActivityId { get; init; }

    /// <summary>The channel's id of the user.</summary>
    public required string UserId { get; init; }

    public required Reaction Reaction { get; init; }

    /// <summary>The user's own words; null when there are none.</summary>
    public string? Comment { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}

public enum Reaction
{
    /// <summary>The answer helped.</summary>
    Like,

    /// <summary>It did not.</summary>
    Dislike,
}
