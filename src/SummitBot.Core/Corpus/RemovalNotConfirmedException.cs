using System.Globalization;

namespace SummitBot.Core.Corpus;

/// <summary>
/// More than half of the articles would leave the index, and nobody said that this is right; nothing was changed. The
/// message is a sentence for the operator.
/// </summary>
/// <param name="removed">Articles that would leave.</param>
/// <param name="total">Articles in the index.</param>
public sealed class RemovalNotConfirmedException(int removed, int total)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{removed} of {total} articles would leave the index, since they are gone from the corpus or cannot be read any more."
        )
    );
