using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;

namespace SummitBot.Answering.Models;

/// <summary>Drafts with the models of the settings through Semantic Kernel; the next one when one gives nothing.</summary>
internal sealed partial class KernelAnswerWriter(
    ModelConnections models,
    ModelBudget budget,
    ArticleLookups lookups,
    IOptions<AnsweringOptions> answering,
    TimeProvider time,
    ILogger<KernelAnswerWriter> logger
) : IModelAnswerWriter
{
    /// <summary>Tokens of the date and other small things that are filled into the prompt.</summary>
    private const int RoomForDetails = 50;

    public string? Name => models.Options.ListChoices() is [var first, ..] ? first.Name : null;

    public bool FindsPassages => Name is not null && answering.Value.Mode == AnsweringMode.Agentic;

    public async IAsyncEnumerable<DraftPart> WriteAsync(
        AnswerRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(models.Options.AnswerSeconds), time);
        var spent = new ModelSpending(budget, request.ConversationId, request.UserId);
        ModelUnavailableException? failure = null;
        foreach (ModelConnection model in models.All)
        {
            (bool hasBegun, failure) = (false, null);
            await using IAsyncEnumerator<DraftPart> parts = DraftAsync(
                    model,
                    request,
                    spent,
                    limit.Token,
                    cancellationToken
                )
                .GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await parts.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (ModelUnavailableException e)
                {
                    LogTrouble(logger, e.Trouble, e.Message);
                    failure = e;
                    break;
                }

                hasBegun = true;
                yield return parts.Current;
            }

            if (failure is null || hasBegun || limit.IsCancellationRequested)
            {
                break;
            }
        }

        if (spent.Usage is { } usage)
        {
            yield return new UsageReported(usage);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>What one model drafts. Nothing comes before the first complete part.</summary>
    private async IAsyncEnumerable<DraftPart> DraftAsync(
        ModelConnection model,
        AnswerRequest request,
        ModelSpending spent,
        CancellationToken limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!spent.TryBegin())
        {
            throw ModelFailures.Of(ModelTrouble.BudgetSpent, model.Choice, "see the settings");
        }

        bool isAgentic = answering.Value.Mode == AnsweringMode.Agentic;
        var passages = new NumberedPassages();
        var call = new ModelCall(model, models.Options, answering.Value.AgenticRounds, time);
        KernelArguments arguments = ArgumentsOf(request, passages);
        var draft = new DraftAssembly(model.Choice, passages, request.Question.Language, isAgentic);
        if (isAgentic)
        {
            lookups.AddTo(call.Kernel, passages, request.AsOf);
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
            spent.Add(model.Choice, call);
        }

        foreach (DraftPart part in draft.End(call))
        {
            yield return part;
        }
    }

    private KernelArguments ArgumentsOf(AnswerRequest request, NumberedPassages passages)
    {
        ModelOptions options = models.Options;
        bool isAgentic = answering.Value.Mode == AnsweringMode.Agentic;
        string question = PromptText.OneLine(request.Question.Text);
        string lookup = isAgentic ? models.Prompts.Lookups(answering.Value.AgenticRounds) : "";
        int rules = models.Prompts.AnswerTokens + ModelTokens.Count(lookup) + RoomForDetails;
        int room = options.MaxInputTokens - rules - ModelTokens.Count(question);
        DateOnly today = request.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = options.Temperature,
            MaxTokens = options.MaxOutputTokens,
            FunctionChoiceBehavior = isAgentic ? FunctionChoiceBehavior.Auto() : null,
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer by a model ({Trouble}): {Reason}")]
    private static partial void LogTrouble(ILogger logger, ModelTrouble trouble, string reason);
}
