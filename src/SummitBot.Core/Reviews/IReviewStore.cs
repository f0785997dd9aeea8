using SummitBot.Core.Storage;

namespace SummitBot.Core.Reviews;

/// <summary>What operators read of the stored turns, and their corrections of answers.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> when the database cannot be used.</remarks>
public interface IReviewStore
{
    /// <summary>A page of the turns that fit, newest first, without small talk.</summary>
    Task<TurnPage> FindAsync(TurnFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// The turn with those before and after it in its conversation, oldest first; empty when it is not stored any more.
    /// </summary>
    /// <param name="turn">Its <see cref="ReviewedTurn.Number"/>.</param>
    /// <param name="around">At most so many before it, and so many after it.</param>
    Task<IReadOnlyList<ReviewedTurn>> ReadConversationAsync(long turn, int around, CancellationToken cancellationToken);

    /// <summary>Marks the answer as wrong, in place of an earlier correction.</summary>
    /// <returns>False when the turn is not stored any more.</returns>
    Task<bool> CorrectAsync(long turn, Correction correction, CancellationToken cancellationToken);

    /// <summary>Takes the correction back; nothing happens when there is none.</summary>
    Task UndoCorrectionAsync(long turn, CancellationToken cancellationToken);

    /// <summary>The corrected turns, oldest first; empty when there are none.</summary>
    /// <param name="earlierTurns">At most so many of the turns that each question could refer to, the newest.</param>
    Task<IReadOnlyList<CorrectedTurn>> ListCorrectedAsync(int earlierTurns, CancellationToken cancellationToken);
}
