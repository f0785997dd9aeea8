using SummitBot.Core.Models;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>
/// Drafts an answer with a language model, sentence by sentence. Drafts must pass the gate before they are shown.
/// </summary>
public interface IModelAnswerWriter
{
    /// <summary>The writer's name in its answers; null when no model is configured.</summary>
    string? Name { get; }

    /// <summary>True when the model can search for passages itself, and so can be asked without any.</summary>
    bool FindsPassages { get; }

    /// <summary>
    /// The parts of a draft, each as soon as it is complete: sentences in display order, or <see
    /// cref="NoAnswerInPassages"/>; passages that the model found, before any sentence that cites them; usage at the
    /// end.
    /// </summary>
    /// <exception cref="ModelUnavailableException">No model of the list produced a complete draft; parts may have come
    /// before.</exception>
    IAsyncEnumerable<DraftPart> WriteAsync(AnswerRequest request, CancellationToken cancellationToken);
}
