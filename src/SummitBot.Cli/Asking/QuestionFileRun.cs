using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Terminal;

namespace SummitBot.Cli.Asking;

/// <summary>Writes the answers to a file of questions as they come.</summary>
public sealed class QuestionFileRun(QuestionFileAnswerer answerer, AnswerRenderer renderer, StandardStreams streams)
{
    /// <summary>Each answer is written out at once: a line of JSON, or question and answer for people.</summary>
    /// <returns>The exit code: 0, 2 when a line was no question, 1 when one failed unexpectedly.</returns>
    public async Task<int> RunAsync(TextReader lines, Question defaults, bool json, CancellationToken cancellationToken)
    {
        int exitCode = ExitCode.Success;
        var reported = new HashSet<string>(StringComparer.Ordinal);
        await foreach (QuestionFileAnswer answer in answerer.AnswerAsync(lines, defaults, cancellationToken))
        {
            await ReportIgnoredAsync(answer.Line, reported);
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

    /// <summary>Each name once: it may be the caller's own data, or a mistyped "asOf".</summary>
    private async Task ReportIgnoredAsync(QuestionLine line, HashSet<string> reported)
    {
        foreach (string name in line.Ignored.Where(reported.Add))
        {
            await streams.Error.WriteLineAsync(
                TerminalText.Clean(
                    $"Line {line.Number} has a property '{name}', which is ignored, there and below: id, question, conversation and asOf are read."
                )
            );
        }
    }

    private static int Worse(int exitCode, QuestionFileAnswer answer) =>
        answer switch
        {
            { Unexpected: not null } => ExitCode.Unexpected,
            { Answer: null } when exitCode == ExitCode.Success => ExitCode.Failure,
            _ => exitCode,
        };
}
