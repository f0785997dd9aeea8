using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;

namespace SummitBot.Tests.Web.Teams;

/// <summary>A model that drafts a sentence whenever the test says so, each cited from the first passage that holds it.</summary>
internal sealed class ScriptedModel : IModelAnswerWriter
{
    private readonly Channel<string> _sentences = Channel.CreateUnbounded<string>();

    public string Name => "scripted";

    public bool FindsPassages => false;

    /// <summary>A draft was asked for.</summary>
    public bool IsAsked { get; private set; }

    public void Say(string sentence) => _sentences.Writer.TryWrite(sentence);

    public void End() => _sentences.Writer.TryComplete();

    /// <summary>It breaks off after what it has said.</summary>
    public void Break(ModelError error) =>
        _sentences.Writer.TryComplete(new ModelUnavailableException(error, "It broke off."));

    public async IAsyncEnumerable<DraftPart> WriteAsync(
        AnswerRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IsAsked = true;
        yield return new DraftStarted(Name);
        await foreach (string sentence in _sentences.Reader.ReadAllAsync(cancellationToken))
        {
            PassageId[] cited =
            [
                .. request
                    .Passages.Where(p => p.Passage.Text.Contains(sentence, StringComparison.Ordinal))
                    .Take(1)
                    .Select(p => p.Passage.Id),
            ];
            yield return new GeneratedSentence(sentence, cited);
        }
    }
}
