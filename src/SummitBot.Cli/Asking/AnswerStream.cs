using Spectre.Console;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;
using SummitBot.Terminal;

namespace SummitBot.Cli.Asking;

/// <summary>
/// Asks, and on a terminal shows what there is of the answer while a model still writes; that is cleared again, for the
/// answer to stand in its place. Every sentence shown has passed the gate.
/// </summary>
public sealed class AnswerStream(QuestionAnswerer answerer, StandardStreams streams)
{
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Core.Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        if (!streams.IsOutputTerminal)
        {
            return await answerer.AnswerAsync(question, cancellationToken);
        }

        await using IAsyncEnumerator<AnswerUpdate> updates = answerer
            .StreamAsync(question, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        AnswerUpdate first = await NextAsync(updates);
        return first.Stage == AnswerStage.Final
            ? first.Answer
            : await streams
                .OutConsole.Live(FormatText(first))
                .AutoClear(true)
                .StartAsync(live => ShowAsync(live, updates, cancellationToken));
    }

    private static async Task<Answer> ShowAsync(
        LiveDisplayContext live,
        IAsyncEnumerator<AnswerUpdate> updates,
        CancellationToken cancellationToken
    )
    {
        live.Refresh();
        while (true)
        {
            AnswerUpdate update = await NextAsync(updates);
            cancellationToken.ThrowIfCancellationRequested();
            if (update.Stage == AnswerStage.Final)
            {
                return update.Answer;
            }

            live.UpdateTarget(FormatText(update));
        }
    }

    private static async Task<AnswerUpdate> NextAsync(IAsyncEnumerator<AnswerUpdate> updates) =>
        await updates.MoveNextAsync()
            ? updates.Current
            : throw new InvalidOperationException("A stream of updates ended without its final one.");

    private static Paragraph FormatText(AnswerUpdate update) =>
        new(TerminalText.Clean(update.Answer.Text), new Style(decoration: Decoration.Dim));
}
