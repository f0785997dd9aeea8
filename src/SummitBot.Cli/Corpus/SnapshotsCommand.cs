using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Core.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary><c>summitbot snapshots</c>: the published versions of an index that several hosts share.</summary>
public static class SnapshotsCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "Hosts share an index when SummitBot:Index:Snapshots names a folder that all of them reach.",
        "",
        "Examples:",
        "  summitbot snapshots list",
        "  summitbot snapshots pin 3f2a     all hosts go back to that snapshot within a minute, and stay there",
        "  summitbot snapshots unpin        hosts follow the corpus again",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        var id = new Argument<string>("ID") { Description = "The id of a snapshot, or its beginning." };
        var pin = new Command("pin", "Makes all hosts use one snapshot until unpin.") { id };
        return new Command("snapshots", "Shows the published versions of a shared index, and goes back to one.")
        {
            WithAction(new Command("list", "Shows the snapshots that are kept, the newest first."), (s, _) => List(s)),
            WithAction(pin, (s, parsed) => $"Hosts use {Describe(s.Pin(parsed.GetRequiredValue(id)))}."),
            WithAction(
                new Command("unpin", "Lets hosts publish again."),
                (s, _) =>
                {
                    s.Unpin();
                    return "Hosts follow the corpus.";
                }
            ),
        };

        Command WithAction(Command command, Func<IIndexSnapshots, ParseResult, string> run)
        {
            command.SetAction(parsed =>
                runner.RunAsync(flags.Read(parsed), (services, _) => RunAsync(services, s => run(s, parsed)))
            );
            return command;
        }
    }

    private static async Task<int> RunAsync(IServiceProvider services, Func<IIndexSnapshots, string> run)
    {
        var streams = services.GetRequiredService<StandardStreams>();
        var snapshots = services.GetRequiredService<IIndexSnapshots>();
        if (!snapshots.IsEnabled)
        {
            await streams.Error.WriteLineAsync(
                "SummitBot:Index:Snapshots is empty: this index is not shared. Name a folder that all hosts reach."
            );
            return ExitCode.Failure;
        }

        await streams.Out.WriteLineAsync(run(snapshots));
        return ExitCode.Success;
    }

    private static string List(IIndexSnapshots snapshots)
    {
        IReadOnlyList<IndexSnapshotInfo> kept = snapshots.List();
        return kept.Count == 0
            ? "No snapshot has been published yet: a host does it as it starts."
            : string.Join(Environment.NewLine, kept.Select(Describe));
    }

    private static string Describe(IndexSnapshotInfo snapshot) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Id}  {snapshot.CommittedAt:yyyy-MM-dd HH:mm:ss} UTC  {snapshot.Articles} articles  {snapshot.Passages} passages  {snapshot.Bytes / 1e6:0.0} MB{(snapshot.IsPinned ? "  pinned" : snapshot.IsCurrent ? "  current" : "")}"
        );
}
