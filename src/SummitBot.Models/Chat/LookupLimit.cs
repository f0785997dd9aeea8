using Microsoft.SemanticKernel;

namespace SummitBot.Models.Chat;

/// <summary>
/// Limits the model's number of lookups; after the last one it is told to answer, and stopped if it does not.
/// </summary>
internal sealed class LookupLimit(int rounds) : IAutoFunctionInvocationFilter
{
    /// <summary>Number of requests that asked for functions.</summary>
    public int Rounds { get; private set; }

    public async Task OnAutoFunctionInvocationAsync(
        AutoFunctionInvocationContext context,
        Func<AutoFunctionInvocationContext, Task> next
    )
    {
        Rounds = Math.Max(Rounds, context.RequestSequenceIndex + 1);
        if (context.RequestSequenceIndex < rounds)
        {
            await next(context);
            return;
        }

        context.Result = new FunctionResult(
            context.Function,
            "No more lookups: answer now from the passages that you have."
        );
        context.Terminate = context.RequestSequenceIndex > rounds;
    }
}
