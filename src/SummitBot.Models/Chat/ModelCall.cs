using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using OpenAI.Chat;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>One call of a model: its text as it comes, within the limits of the settings, and what it took.</summary>
internal sealed class ModelCall
{
    private const int CharactersOfToken = 8;

    private readonly ModelConnection _model;
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly PromptLimit _prompt;
    private readonly LookupLimit _lookups;
    private readonly StringBuilder _text = new();
    private int _input;
    private int _output;

    public ModelCall(ModelConnection model, ModelOptions options, int rounds, TimeProvider time)
    {
        _model = model;
        _options = options;
        _time = time;
        _prompt = new PromptLimit(options.MaxInputTokens);
        _lookups = new LookupLimit(rounds);
        Kernel = model.Kernel.Clone();
        Kernel.PromptRenderFilters.Add(_prompt);
        Kernel.AutoFunctionInvocationFilters.Add(_lookups);
    }

    /// <summary>The kernel of this call alone.</summary>
    public Kernel Kernel { get; }

    /// <summary>Why the model stopped, as it says: <c>stop</c>, <c>length</c>, <c>content_filter</c>; null when it did not say.</summary>
    public ChatFinishReason? Finish { get; private set; }

    /// <summary>Requests that asked for functions, beside the one that answered.</summary>
    public int FurtherRequests => _lookups.Rounds;

    /// <summary>As the model counted, else as estimated.</summary>
    public int InputTokens => _input > 0 ? _input : _prompt.Tokens;

    /// <summary>As the model counted, else as estimated.</summary>
    public int OutputTokens => _output > 0 || _text.Length == 0 ? _output : ModelTokens.Count(_text.ToString());

    /// <summary>The pieces of text as they come; whatever goes wrong is a <see cref="ModelUnavailableException"/>.</summary>
    /// <param name="limit">Ends when the whole answer takes too long.</param>
    /// <param name="cancellationToken">The caller's own.</param>
    public async IAsyncEnumerable<string> StreamAsync(
        KernelFunction prompt,
        KernelArguments arguments,
        CancellationToken limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var timeout = TimeSpan.FromSeconds(_options.FirstTokenSeconds);
        using var next = new CancellationTokenSource(timeout, _time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(next.Token, limit, cancellationToken);
        await using IAsyncEnumerator<StreamingChatMessageContent> pieces = Kernel
            .InvokeStreamingAsync<StreamingChatMessageContent>(prompt, arguments, any.Token)
            .GetAsyncEnumerator(any.Token);
        while (await TryNextAsync(pieces, cancellationToken))
        {
            next.CancelAfter(timeout);
            string text = Take(pieces.Current);
            if (text.Length > 0)
            {
                yield return text;
            }
        }
    }

    private async Task<bool> TryNextAsync(
        IAsyncEnumerator<StreamingChatMessageContent> pieces,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            ModelUnavailableException failure = ModelErrorMapper.CreateException(e, _model.Choice);
            bool broke = failure.Error == ModelError.Unreachable && _text.Length > 0;
            throw broke
                ? ModelErrorMapper.CreateException(ModelError.CutOff, _model.Choice, "connection lost")
                : failure;
        }
    }

    private string Take(StreamingChatMessageContent piece)
    {
        if (piece.InnerContent is StreamingChatCompletionUpdate update)
        {
            Finish = update.FinishReason ?? Finish;
            _input += update.Usage?.InputTokenCount ?? 0;
            _output += update.Usage?.OutputTokenCount ?? 0;
            if (!string.IsNullOrEmpty(update.RefusalUpdate))
            {
                throw ModelErrorMapper.CreateException(ModelError.Refused, _model.Choice, "refusal");
            }
        }

        // Where lookups are ended, what the last one gave comes as if it were text.
        string text = piece.Role == AuthorRole.Tool ? "" : piece.Content ?? "";
        _text.Append(text);
        return _text.Length <= _options.MaxOutputTokens * CharactersOfToken
            ? text
            : throw ModelErrorMapper.CreateException(ModelError.TooLong, _model.Choice, $"{_text.Length} characters");
    }
}
