using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;
using SummitBot.Web.Hosting;

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
            return await answerer.AnswerAsync(WithTimeLimit(question), either.Token);
        }
        catch (OperationCanceledException cancelled)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw CreateTimeout(cancelled);
        }
    }

    /// <summary>The answer as it comes to be.</summary>
    /// <exception cref="TimeoutException">The limit has passed. The caller's own cancellation stays cancellation.</exception>
    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(
        Question question,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeLimitSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using IAsyncEnumerator<AnswerUpdate> updates = answerer
            .StreamAsync(WithTimeLimit(question), either.Token)
            .GetAsyncEnumerator(either.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OperationCanceledException cancelled)
                when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw CreateTimeout(cancelled);
            }

            yield return updates.Current;
        }
    }

    /// <summary>A model knows when to stop, so that the embedded answer comes instead of none.</summary>
    private Question WithTimeLimit(Question question) =>
        question with
        {
            TimeLimit = TimeSpan.FromSeconds(options.Value.TimeLimitSeconds),
        };

    private TimeoutException CreateTimeout(OperationCanceledException cancelled) =>
        new($"No answer within {options.Value.TimeLimitSeconds} s.", cancelled);
}
