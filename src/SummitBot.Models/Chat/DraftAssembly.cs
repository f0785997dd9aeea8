using OpenAI.Chat;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Converts a model's text to parts of a draft.</summary>
/// <param name="passages">The passages that the model has been and will be shown.</param>
/// <param name="language">ISO 639-1 code of the question.</param>
/// <param name="isAgentic">True when the model may write text before a lookup; only the text after the last one is the
/// answer.</param>
internal sealed class DraftAssembly(ModelChoice model, NumberedPassages passages, string language, bool isAgentic)
{
    private readonly int _given = passages.After(0).Count;
    private DraftReader _reader = new(passages, language);
    private List<DraftPart> _held = [];
    private int _lookups;
    private bool _hasBegun;

    /// <summary>The parts that are complete with this piece of text.</summary>
    /// <param name="lookups">The model's number of lookups so far.</param>
    public IReadOnlyList<DraftPart> Take(string text, int lookups)
    {
        if (lookups > _lookups)
        {
            (_held, _reader, _lookups) = ([], new DraftReader(passages, language), lookups);
        }

        _held.AddRange(_reader.Read(text));
        return isAgentic ? [] : Release();
    }

    /// <summary>The remaining parts at the end of the text.</summary>
    /// <exception cref="ModelUnavailableException">The answer was incomplete.</exception>
    public IReadOnlyList<DraftPart> End(ModelCall call)
    {
        CheckFinish(call);
        bool isCut = call.Finish == ChatFinishReason.Length;
        _held.AddRange(_reader.End(isCut));
        if (!_hasBegun && _held.Count == 0)
        {
            throw ModelErrorMapper.CreateException(isCut ? ModelError.TooLong : ModelError.Empty, model, "no sentence");
        }

        return Release();
    }

    private IReadOnlyList<DraftPart> Release()
    {
        if (_held.Count == 0)
        {
            return [];
        }

        var parts = new List<DraftPart>();
        if (!_hasBegun)
        {
            _hasBegun = true;
            parts.Add(new DraftStarted(model.Name));
            if (passages.After(_given) is { Count: > 0 } found)
            {
                parts.Add(new PassagesFound(found));
            }
        }

        parts.AddRange(_held);
        _held.Clear();
        return parts;
    }

    private void CheckFinish(ModelCall call)
    {
        if (call.Finish == ChatFinishReason.ContentFilter)
        {
            throw ModelErrorMapper.CreateException(ModelError.Refused, model, "content filter");
        }

        if (call.Finish is null)
        {
            throw call.OutputTokens == 0
                ? ModelErrorMapper.CreateException(ModelError.Garbled, model, "no chunk of an answer")
                : ModelErrorMapper.CreateException(ModelError.CutOff, model, "no finish reason");
        }
    }
}
