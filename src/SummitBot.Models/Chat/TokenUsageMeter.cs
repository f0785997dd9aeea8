using SummitBot.Core.Models;
using SummitBot.Core.Telemetry;

namespace SummitBot.Models.Chat;

/// <summary>What the calls for one answer took, charged to the budget as they end.</summary>
internal sealed class TokenUsageMeter(ModelBudget budget, string? conversation, string? user)
{
    /// <summary>Null before a call has ended.</summary>
    public ModelUsage? Usage { get; private set; }

    /// <summary>False when the budget does not allow another call.</summary>
    public ValueTask<bool> TryBeginAsync(CancellationToken cancellationToken) =>
        budget.TryBeginAsync(conversation, user, cancellationToken);

    public async ValueTask AddAsync(ModelChoice model, ModelCall call)
    {
        (int input, int output) = (call.InputTokens, call.OutputTokens);
        await budget.ChargeAsync(conversation, user, call.FurtherRequests, input, output);
        var usage = new ModelUsage(
            model.Name,
            1 + call.FurtherRequests,
            input,
            output,
            budget.ComputeCost(input, output)
        );
        Instruments.CountModelCall(model.Name, input, output, usage.Cost);
        Usage = Usage is null ? usage : Usage.Add(usage);
    }
}
