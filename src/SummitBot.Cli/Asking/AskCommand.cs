using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Cli.Corpus;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;
using SummitBot.Language.Dates;
using SummitBot.Terminal;

namespace SummitBot.Cli.Asking;

/// <summary><c>summitbot ask "question"</c> and <c>summitbot ask --file questions.jsonl</c>.</summary>
public static class AskCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "The index is created or updated automatically. Lines of a file of questions look like",
        "  {\"id\": \"q1\", \"question\": \"...\", \"conversation\": [{\"role\": \"user\", \"text\": \"...\"}], \"asOf\": \"2023-09-13\"}",
        "where only the question is needed. Answers come in the file's order; a line that is not a question",
        "gets an answer with outcome error, and the exit code is then 2, else 0.",
        "",
        "Examples:",
        "  summitbot ask \"Why was the Vostochny Cosmodrome chosen for the meeting?\"",
        "  summitbot ask \"Who signed the treaty?\" --corpus ~/articles --max-sentences 1 --json",
        "  summitbot ask \"What was decided last week?\" --as-of 2023-09-20",
        "  summitbot ask \"Who signed the treaty?\" --model llama3.1",
        "  summitbot ask --file questions.jsonl --json > answers.jsonl",
        "  echo '{\"question\": \"How large is the site?\"}' | summitbot ask --file -",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var question = new Argument<string[]>("question")
        {
            Description = "The question; quotes keep your shell from reading it.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = new Option<string?>("--file")
        {
            Description = "A file with one question a line, as JSON; - reads standard input.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Prints the answer as one line of JSON." };
        var explain = new Option<bool>("--explain")
        {
            Description = "Explains how the answer or the refusal was chosen.",
        };
        Option<int?> maxSentences = MaxSentences();
        Option<DateOnly?> asOf = CreateAsOfOption();
        var command = new Command("ask", "Answers a question, or a file of questions.")
        {
            question,
            file,
            json,
            explain,
            maxSentences,
            asOf,
            flags.Model,
            flags.Corpus,
            flags.Skip,
            flags.Index,
            flags.AsGroup,
        };
        command.Validators.Add(result => CheckQuestionOrFile(result, question, file));
        command.SetAction(parsed =>
        {
            CommonFlagValues values = flags.Read(parsed);
            var asked = new Question(string.Join(' ', parsed.GetValue(question) ?? []))
            {
                MaxSentences = parsed.GetValue(maxSentences),
                AsOf = parsed.GetValue(asOf),
                Explain = parsed.GetValue(explain),
                Scope = values.Scope,
            };
            return runner.RunAsync(
                values,
                (services, token) =>
                    parsed.GetValue(file) is { } path
                        ? AskFileAsync(services, values, path, asked, parsed.GetValue(json), token)
                        : AskAsync(services, values, asked, parsed.GetValue(json), token)
            );
        });
        return command;
    }

    private static Option<int?> MaxSentences() =>
        new("--max-sentences")
        {
            Description = "Maximum number of sentences in an answer, 1 to 10.",
            HelpName = "N",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                    && count is >= 1 and <= 10
                )
                {
                    return count;
                }

                result.AddError($"--max-sentences must be a whole number from 1 to 10, not '{text}'.");
                return null;
            },
        };

    private static Option<DateOnly?> CreateAsOfOption() =>
        new("--as-of")
        {
            Description = "Asks as on that day: later articles are not used, \"yesterday\" is the day before.",
            HelpName = "YYYY-MM-DD",
            CustomParser = result =>
            {
                DateOnly? day = AsOfDate.Read("--as-of", result.Tokens[0].Value, out string? problem);
                if (problem is not null)
                {
                    result.AddError(problem);
                }

                return day;
            },
        };

    private static void CheckQuestionOrFile(CommandResult result, Argument<string[]> question, Option<string?> file)
    {
        bool hasQuestion = result.GetResult(question) is { Tokens.Count: > 0 };
        bool hasFile = result.GetResult(file) is not null;
        if (UnknownFlags.Find(result.GetResult(question)) is { } unknown)
        {
            result.AddError(unknown);
        }
        else if (hasQuestion && hasFile)
        {
            result.AddError("Give either a question or --file, not both.");
        }
        else if (!hasQuestion && !hasFile)
        {
            result.AddError("Give a question in quotes, or a file of questions with --file.");
        }
    }

    private static async Task<int> AskAsync(
        IServiceProvider services,
        CommonFlagValues flags,
        Question question,
        bool json,
        CancellationToken cancellationToken
    )
    {
        if (question.Problem is { } problem)
        {
            throw new UsageException(problem);
        }

        await services.GetRequiredService<IndexRefresher>().EnsureFreshAsync(flags.Corpus, cancellationToken);
        Answer answer = json
            ? await services.GetRequiredService<QuestionAnswerer>().AnswerAsync(question, cancellationToken)
            : await services.GetRequiredService<AnswerStream>().AskAsync(question, cancellationToken);
        if (json)
        {
            TextWriter output = services.GetRequiredService<StandardStreams>().Out;
            await output.WriteLineAsync(AnswerJson.Serialize(AnswerDocument.From(answer)));
        }
        else
        {
            services.GetRequiredService<AnswerRenderer>().Render(answer);
        }

        return answer.Outcome is AnswerOutcome.NotInCorpus or AnswerOutcome.Offered
            ? ExitCode.NotInCorpus
            : ExitCode.Success;
    }

    private static async Task<int> AskFileAsync(
        IServiceProvider services,
        CommonFlagValues flags,
        string path,
        Question defaults,
        bool json,
        CancellationToken cancellationToken
    )
    {
        using TextReader lines = path == "-" ? services.GetRequiredService<StandardStreams>().In : Open(path);
        await services.GetRequiredService<IndexRefresher>().EnsureFreshAsync(flags.Corpus, cancellationToken);
        return await services.GetRequiredService<QuestionFileRun>().RunAsync(lines, defaults, json, cancellationToken);
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                Path.Exists(path)
                    ? $"'{path}' cannot be read as a file: check what it is and its permissions."
                    : $"There is no file '{path}': check the path given with --file.",
                e
            );
        }
    }
}
