using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Drafts with the models of the settings through Semantic Kernel; the next one when one gives nothing.</summary>
internal sealed partial class KernelAnswerWriter(
    ModelConnections models,
    ModelDrafter drafter,
    ModelBudget budget,
    ModelRecord record,
    TimeProvider time,
    ILogger<KernelAnswerWriter> logger
) : IModelAnswerWriter
{
    public string? Name => models.Options.ListChoices() is [var first, ..] ? first.Name : null;

    public bool FindsPassages => Name is not null && drafter.IsAgentic;

    public async IAsyncEnumerable<DraftPart> WriteAsync(
        AnswerRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(models.Options.AnswerSeconds), time);
        var meter = new TokenUsageMeter(budget, request.ConversationId, request.UserId);
        ModelUnavailableException? failure = null;
        foreach (ModelConnection model in models.All)
        {
            (bool hasBegun, failure) = (false, null);
            await using IAsyncEnumerator<DraftPart> parts = drafter
                .DraftAsync(model, request, meter, limit.Token, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await parts.MoveNextAsync())
                    {
                        record.NoteAnswer(model.Choice);
                        break;
                    }
                }
                catch (ModelUnavailableException e)
                {
                    LogError(logger, e.Error, e.Message);
                    record.NoteError(model.Choice, e.Error);
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

        if (meter.Usage is { } usage)
        {
            yield return new UsageReported(usage);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer by a model ({Trouble}): {Reason}")]
    private static partial void LogError(ILogger logger, ModelError trouble, string reason);
}
