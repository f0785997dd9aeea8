using SummitBot.Core.Models;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>Drafts an answer with a language model, sentence by sentence. What it drafts is shown to nobody before the gate.</summary>
public interface IModelAnswerWriter
{
    /// <summary>The name that its answers carry as their writer; null when no model is set.</summary>
    string? Name { get; }

    /// <summary>True when the model may look for passages by itself, and may so be asked without any.</summary>
    bool FindsPassages { get; }

    /// <summary>
    /// The parts of a draft as soon as each is complete: sentences in the order to be shown, or
    /// <see cref="NoAnswerInPassages"/>; passages found on the way before any sentence that cites them; usage at the end.
    /// </summary>
    /// <exception cref="ModelUnavailableException">No model of the list gave a whole draft; parts may have come before.</exception>
    IAsyncEnumerable<DraftPart> WriteAsync(AnswerRequest request, CancellationToken cancellationToken);
}
