using SummitBot.Core.Access;

namespace SummitBot.Core.Questions;

/// <summary>Makes a stand-alone question of one that leans on earlier turns.</summary>
public interface IQuestionResolver
{
    /// <summary>The resolved question; the question itself when it needs no earlier turn.</summary>
    /// <param name="question">The user's words.</param>
    /// <param name="conversation">Earlier turns, oldest first; may be empty.</param>
    /// <param name="scope">What the asker may see.</param>
    ResolvedQuestion Resolve(string question, IReadOnlyList<ConversationTurn> conversation, AccessScope scope);
}
