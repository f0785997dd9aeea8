using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using SummitBot.Core.Answers;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Drafts an answer with one model: fills the prompt within its token budget and parses the text.</summary>
internal sealed class ModelDrafter(
    ModelConnections models,
    ArticleLookups lookups,
    IOptions<AnsweringOptions> answering,
    TimeProvider time
)
{
    /// <summary>Tokens for the date and other details in the prompt.</summary>
    private const int RoomForDetails = 50;

    public bool IsAgentic => answering.Value.Mode == AnsweringMode.Agentic;

    /// <summary>The model's draft. Nothing is returned before the first complete part.</summary>
    /// <param name="limit">Cancelled when the whole answer takes too long.</param>
    /// <exception cref="ModelUnavailableException">The draft was incomplete; parts may have come before.</exception>
    public async IAsyncEnumerable<DraftPart> DraftAsync(
        ModelConnection model,
        AnswerRequest request,
        TokenUsageMeter meter,
        CancellationToken limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!await meter.TryBeginAsync(cancellationToken))
        {
            throw ModelErrorMapper.CreateException(ModelError.BudgetSpent, model.Choice, "see the settings");
        }

        var passages = new NumberedPassages();
        KernelArguments arguments = CreateArguments(request, passages);
        var call = new ModelCall(model, models.Options, answering.Value.AgenticRounds, time);
        var draft = new DraftAssembly(model.Choice, passages, request.Question.Language, IsAgentic);
        if (IsAgentic)
        {
            lookups.AddTo(call.Kernel, passages, request.AsOf, request.Question.Scope);
        }

        try
        {
            await foreach (
                string text in call.StreamAsync(models.Prompts.Answer, arguments, limit, cancellationToken)
                    .WithCancellation(cancellationToken)
            )
            {
                foreach (DraftPart part in draft.Take(text, call.FurtherRequests))
                {
                    yield return part;
                }
            }
        }
        finally
        {
            await meter.AddAsync(model.Choice, call);
        }

        foreach (DraftPart part in draft.End(call))
        {
            yield return part;
        }
    }

    private KernelArguments CreateArguments(AnswerRequest request, NumberedPassages passages)
    {
        ModelOptions options = models.Options;
        string question = PromptText.OneLine(request.Question.Text);
        string lookup = IsAgentic ? models.Prompts.Lookups(answering.Value.AgenticRounds) : "";
        int rules = models.Prompts.AnswerTokens + ModelTokens.Count(lookup) + RoomForDetails;
        int room = options.MaxInputTokens - rules - ModelTokens.Count(question);
        DateOnly today = request.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = options.Temperature,
            MaxTokens = options.MaxOutputTokens,
            FunctionChoiceBehavior = IsAgentic ? FunctionChoiceBehavior.Auto() : null,
        };
        return new KernelArguments(settings)
        {
            ["passages"] = passages.Show(request.Passages, room),
            ["question"] = question,
            ["language"] = request.Question.Language,
            ["maxSentences"] = request.MaxSentences.ToString(CultureInfo.InvariantCulture),
            ["noAnswer"] = Prompts.NoAnswer,
            ["lookups"] = lookup,
            ["today"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
