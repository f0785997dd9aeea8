using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace SummitBot.Models.Chat;

/// <summary>Logs which functions ran, including prompts, and how long; never their arguments.</summary>
internal sealed partial class FunctionLog(ILogger logger) : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(
        FunctionInvocationContext context,
        Func<FunctionInvocationContext, Task> next
    )
    {
        long started = Stopwatch.GetTimestamp();
        await next(context);
        double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        LogFunction(logger, context.Function.Name, milliseconds);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Kernel function {Function} ran {Milliseconds:0.0} ms")]
    private static partial void LogFunction(ILogger logger, string function, double milliseconds);
}
