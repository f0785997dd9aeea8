using System.Globalization;

namespace SummitBot.Core.Corpus;

/// <summary>
/// More than half of the articles would be removed from the index without confirmation; nothing was changed. The
/// message is a sentence for the operator.
/// </summary>
/// <param name="removed">Articles that would be removed.</param>
/// <param name="total">Articles in the index.</param>
public sealed class RemovalNotConfirmedException(int removed, int total)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{removed} of {total} articles would be removed from the index because they are gone from the corpus or can no longer be read."
        )
    );
