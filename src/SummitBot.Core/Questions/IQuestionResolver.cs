using SummitBot.Core.Access;

namespace SummitBot.Core.Questions;

/// <summary>Makes a follow-up question stand alone.</summary>
public interface IQuestionResolver
{
    /// <summary>The resolved question; the question itself when it needs no earlier turn.</summary>
    /// <param name="question">The user's words.</param>
    /// <param name="language">ISO 639-1 code of the question.</param>
    /// <param name="conversation">Earlier turns, oldest first; may be empty.</param>
    /// <param name="scope">What the asker may see.</param>
    ResolvedQuestion Resolve(
        string question,
        string language,
        IReadOnlyList<ConversationTurn> conversation,
        AccessScope scope
    );
}
