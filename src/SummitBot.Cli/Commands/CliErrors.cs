using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;
using SummitBot.Core.Storage;
using SummitBot.Terminal;

namespace SummitBot.Cli.Commands;

/// <summary>The one place where an exception becomes a sentence and an exit code.</summary>
public static class CliErrors
{
    public static int Report(Exception exception, TextWriter error, bool verbose)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(error);
        if (BrokenPipe.IsBrokenPipe(exception))
        {
            return ExitCode.Success;
        }

        if (exception is OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }

        string? message = Explain(exception);
        error.WriteLine(
            TerminalText.Clean(
                message
                    ?? $"Something unexpected went wrong ({exception.GetType().Name}): run the command again with --verbose and report what it prints."
            )
        );
        if (verbose)
        {
            error.WriteLine(TerminalText.CleanLines(exception.ToString()));
        }

        return message is null ? ExitCode.Unexpected : ExitCode.Failure;
    }

    /// <summary>The sentence for trouble that the operator can mend; null for anything else.</summary>
    private static string? Explain(Exception exception) =>
        exception switch
        {
            UsageException or IndexUnavailableException or CorpusUnavailableException or StorageUnavailableException =>
                exception.Message,
            OptionsValidationException settings => string.Join(' ', settings.Failures),
            AggregateException several when several.InnerExceptions.All(e => Explain(e) is not null) => string.Join(
                ' ',
                several.InnerExceptions.Select(Explain)
            ),
            _ => null,
        };
}
