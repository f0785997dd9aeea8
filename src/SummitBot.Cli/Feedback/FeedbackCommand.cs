using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Core.Feedback;
using SummitBot.Evaluation;
using SummitBot.Language.Dates;
using SummitBot.Terminal;

namespace SummitBot.Cli.Feedback;

/// <summary><c>summitbot feedback</c>: what people think of the answers.</summary>
public static class FeedbackCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "Piped, it prints one feedback a line: time, reaction, question, answer and comment, parted by tabs.",
        "An exported question has the kind liked or disliked. A liked answer is its gold answer; what would have been",
        "right for a disliked one is for you to add: until then eval asks it and does not grade it.",
        "",
        "Examples:",
        "  summitbot feedback --reaction dislike --since 2026-01-31",
        "  summitbot feedback --export questions.jsonl && summitbot eval questions.jsonl",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        var reaction = new Option<string?>("--reaction") { Description = "Only likes, or only dislikes." };
        reaction.AcceptOnlyFromAmong("like", "dislike");
        Option<DateOnly?> since = Since();
        var json = new Option<bool>("--json") { Description = "Prints one line of JSON: a list of the feedback." };
        var export = new Option<string?>("--export")
        {
            Description = "Writes the questions to this file, as summitbot eval reads them.",
            HelpName = "FILE",
        };
        var command = new Command("feedback", "Lists what people think of the answers, the newest first.")
        {
            reaction,
            since,
            json,
            export,
        };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                async (services, token) =>
                {
                    var filter = new FeedbackFilter(
                        GetStart(parsed.GetValue(since)),
                        parsed.GetValue(reaction) is { } word ? Enum.Parse<Reaction>(word, ignoreCase: true) : null
                    );
                    IReadOnlyList<FeedbackItem> items = await services
                        .GetRequiredService<IFeedbackStore>()
                        .ListAsync(filter, token);
                    await ShowAsync(services, items, parsed.GetValue(json), parsed.GetValue(export), token);
                    return ExitCode.Success;
                }
            )
        );
        return command;
    }

    private static Option<DateOnly?> Since() =>
        new("--since")
        {
            Description = "Only what was given on that day (UTC) or later.",
            HelpName = "YYYY-MM-DD",
            CustomParser = result =>
            {
                DateOnly? day = AsOfDate.Read("--since", result.Tokens[0].Value, out string? problem);
                if (problem is not null)
                {
                    result.AddError(problem);
                }

                return day;
            },
        };

    private static DateTimeOffset? GetStart(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private static async Task ShowAsync(
        IServiceProvider services,
        IReadOnlyList<FeedbackItem> items,
        bool json,
        string? export,
        CancellationToken cancellationToken
    )
    {
        var streams = services.GetRequiredService<StandardStreams>();
        if (export is not null)
        {
            await ExportAsync(streams, items, export, cancellationToken);
        }
        else if (json)
        {
            await streams.Out.WriteLineAsync(FeedbackJson.Serialize([.. items.Select(FeedbackDocument.From)]));
        }
        else if (items.Count == 0)
        {
            await streams.Error.WriteLineAsync("There is no such feedback yet.");
        }
        else
        {
            services.GetRequiredService<FeedbackRenderer>().Render(items);
        }
    }

    private static async Task ExportAsync(
        StandardStreams streams,
        IReadOnlyList<FeedbackItem> items,
        string path,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<EvaluationQuestion> questions = FeedbackQuestions.From(items);
        try
        {
            await File.WriteAllLinesAsync(path, questions.Select(EvaluationDataWriter.Write), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"'{path}' cannot be written: name another file with --export.", e);
        }

        await streams.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Wrote {questions.Count} questions of {items.Count} feedbacks to {TerminalText.Clean(path)}."
            )
        );
    }
}
