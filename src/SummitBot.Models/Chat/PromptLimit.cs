using System.Net;
using Microsoft.SemanticKernel;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Counts the tokens of a prompt before it is sent, and stops one that is longer than the settings allow.</summary>
internal sealed class PromptLimit(int maxTokens) : IPromptRenderFilter
{
    /// <summary>Tokens of the prompt; 0 before it was rendered.</summary>
    public int Tokens { get; private set; }

    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        Tokens = ModelTokens.Count(WebUtility.HtmlDecode(context.RenderedPrompt ?? ""));
        if (Tokens > maxTokens)
        {
            throw new ModelUnavailableException(
                ModelError.TooLong,
                $"The prompt has {Tokens} tokens, {ModelOptions.Section}:MaxInputTokens allows {maxTokens}."
            );
        }
    }
}
