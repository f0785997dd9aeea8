using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Storage.Feedback;

/// <summary>Feedback as its rows have it.</summary>
internal static class StoredFeedback
{
    public static string GetWord(Reaction reaction) => AnswerJson.GetName(reaction);

    /// <param name="reaction">As <see cref="GetWord"/> returns it.</param>
    /// <param name="givenAt">Milliseconds since 1970, UTC.</param>
    public static AnswerFeedback Create(
        ConversationKey conversation,
        string answerActivityId,
        string userId,
        string reaction,
        string? comment,
        long givenAt
    ) =>
        new()
        {
            Conversation = conversation,
            AnswerActivityId = answerActivityId,
            UserId = userId,
            Reaction = reaction == GetWord(Reaction.Like) ? Reaction.Like : Reaction.Dislike,
            Comment = comment,
            GivenAt = DateTimeOffset.FromUnixTimeMilliseconds(givenAt),
        };
}
