using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Corpus;
using SummitBot.Core.Questions;

namespace SummitBot.Cli.Asking;

/// <summary>
/// Answers the lines of a file of questions: several in parallel, in the file's order, with a bounded number in
/// progress.
/// </summary>
public sealed class QuestionFileAnswerer(QuestionAnswerer answerer)
{
    private static readonly int AtOnce = Math.Max(2, Environment.ProcessorCount);

    /// <summary>One for each line that is not blank; outcome error for a line that cannot be read or asked.</summary>
    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    public async IAsyncEnumerable<QuestionFileAnswer> AnswerAsync(
        TextReader lines,
        Question defaults,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = Channel.CreateBounded<Task<QuestionFileAnswer>>(AtOnce);
        _ = Task.Run(() => BeginAllAsync(lines, defaults, begun.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Task<QuestionFileAnswer> answer in begun.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await answer;
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    /// <summary>Never throws: errors reach the reader through the channel.</summary>
    private async Task BeginAllAsync(
        TextReader lines,
        Question defaults,
        ChannelWriter<Task<QuestionFileAnswer>> begun,
        CancellationToken cancellationToken
    )
    {
        try
        {
            int number = 0;
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                number++;
                // A place in the channel is reserved before the work starts, which limits the number of questions in
                // progress.
                if (string.IsNullOrWhiteSpace(line) || !await begun.WaitToWriteAsync(cancellationToken))
                {
                    continue;
                }

                int lineNumber = number;
                begun.TryWrite(
                    Task.Run(() => AnswerLineAsync(line, lineNumber, defaults, cancellationToken), cancellationToken)
                );
            }

            begun.Complete();
        }
        catch (Exception e)
        {
            begun.Complete(e);
        }
    }

    private async Task<QuestionFileAnswer> AnswerLineAsync(
        string text,
        int number,
        Question defaults,
        CancellationToken cancellationToken
    )
    {
        QuestionLine line = QuestionLineParser.Parse(text, number, defaults);
        if (line.Problem is not null)
        {
            return Failed(line, line.Problem);
        }

        try
        {
            Answer answer = await answerer.AnswerAsync(line.Question!, cancellationToken);
            return new QuestionFileAnswer(line, answer, AnswerDocument.From(answer, line.Id), null);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IndexUnavailableException))
        {
            string problem =
                $"Line {number} could not be answered because of something unexpected ({e.GetType().Name}): ask it alone with --verbose and report what is printed.";
            return Failed(line, problem, e);
        }
    }

    private static QuestionFileAnswer Failed(QuestionLine line, string problem, Exception? unexpected = null) =>
        new(line, null, AnswerDocument.FromError(line.Id, line.Text, problem), unexpected);
}

/// <summary>The result of one line of a file of questions.</summary>
/// <param name="Line">The line.</param>
/// <param name="Answer">The answer; null when the line could not be processed.</param>
/// <param name="Document">The answer or the error as JSON.</param>
/// <param name="Unexpected">The unexpected exception, if there was one.</param>
public sealed record QuestionFileAnswer(
    QuestionLine Line,
    Answer? Answer,
    AnswerDocument Document,
    Exception? Unexpected
);
