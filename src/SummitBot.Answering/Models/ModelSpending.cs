using SummitBot.Core.Answers.Drafting;

namespace SummitBot.Answering.Models;

/// <summary>What the calls for one answer took, charged to the budget as they end.</summary>
internal sealed class ModelSpending(ModelBudget budget, string? conversation, string? user)
{
    /// <summary>Null before a call has ended.</summary>
    public ModelUsage? Usage { get; private set; }

    /// <summary>False when the budget does not allow another call.</summary>
    public bool TryBegin() => budget.TryBegin(conversation, user);

    public void Add(ModelChoice model, ModelCall call)
    {
        budget.Charge(conversation, user, call.FurtherRequests, call.InputTokens, call.OutputTokens);
        var usage = new ModelUsage(
            model.Name,
            1 + call.FurtherRequests,
            call.InputTokens,
            call.OutputTokens,
            budget.CostOf(call.InputTokens, call.OutputTokens)
        );
        Usage = Usage is null ? usage : Usage.Plus(usage);
    }
}
