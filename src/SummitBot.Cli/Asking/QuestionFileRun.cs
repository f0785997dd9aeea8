using SummitBot.Cli.Terminal;
using SummitBot.Core.Answers;

namespace SummitBot.Cli.Asking;

/// <summary>Writes the answers to a file of questions as they come.</summary>
public sealed class QuestionFileRun(QuestionFileAnswerer answerer, AnswerRenderer renderer, StandardStreams streams)
{
    /// <summary>Each answer is written out at once: a line of JSON, or question and answer for people.</summary>
    /// <returns>The exit code: 0, 2 when a line was no question, 1 when one failed unexpectedly.</returns>
    public async Task<int> RunAsync(TextReader lines, Question defaults, bool json, CancellationToken cancellationToken)
    {
        int exitCode = ExitCode.Success;
        await foreach (QuestionFileAnswer answer in answerer.AnswerAsync(lines, defaults, cancellationToken))
        {
            if (json)
            {
                await streams.Out.WriteLineAsync(AnswerJson.Serialize(answer.Document));
            }
            else
            {
                renderer.Render(answer);
            }

            await streams.Out.FlushAsync(cancellationToken);
            exitCode = Worse(exitCode, answer);
        }

        return exitCode;
    }

    private static int Worse(int exitCode, QuestionFileAnswer answer) =>
        answer switch
        {
            { Unexpected: not null } => ExitCode.Unexpected,
            { Answer: null } when exitCode == ExitCode.Success => ExitCode.Trouble,
            _ => exitCode,
        };
}
