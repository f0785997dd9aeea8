using OpenAI.Chat;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Makes the parts of a draft of what a model says.</summary>
/// <param name="passages">What the model was shown and will be.</param>
/// <param name="language">ISO 639-1 code of the question.</param>
/// <param name="isAgentic">The model may talk before it looks something up: only what comes last is the answer.</param>
internal sealed class DraftAssembly(ModelChoice model, NumberedPassages passages, string language, bool isAgentic)
{
    private readonly int _given = passages.After(0).Count;
    private DraftReader _reader = new(passages, language);
    private List<DraftPart> _held = [];
    private int _lookups;
    private bool _hasBegun;

    /// <summary>The parts that may go out with this piece of text.</summary>
    /// <param name="lookups">How often the model has looked into the articles by now.</param>
    public IReadOnlyList<DraftPart> Take(string text, int lookups)
    {
        if (lookups > _lookups)
        {
            (_held, _reader, _lookups) = ([], new DraftReader(passages, language), lookups);
        }

        _held.AddRange(_reader.Read(text));
        return isAgentic ? [] : Release();
    }

    /// <summary>The rest, after the model's last word.</summary>
    /// <exception cref="ModelUnavailableException">That was no whole answer.</exception>
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
