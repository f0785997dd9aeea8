using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;

namespace SummitBot.Web.Asking;

/// <summary>Answers questions, each inside <see cref="WebOptions.TimeLimitSeconds"/>.</summary>
public sealed class TimeLimitedAnswerer(QuestionAnswerer answerer, IOptions<WebOptions> options, TimeProvider time)
{
    /// <exception cref="TimeoutException">The limit has passed. The caller's own cancellation stays cancellation.</exception>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeLimitSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await answerer.AnswerAsync(question, either.Token);
        }
        catch (OperationCanceledException cancelled)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {options.Value.TimeLimitSeconds} s.", cancelled);
        }
    }
}
