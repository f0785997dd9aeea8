using System.Globalization;
using Spectre.Console;
using SummitBot.Core.Feedback;
using SummitBot.Terminal;

namespace SummitBot.Cli.Feedback;

/// <summary>Writes feedback for people: a table on a terminal, tab-separated lines otherwise.</summary>
public sealed class FeedbackRenderer(StandardStreams streams)
{
    public void Render(IReadOnlyList<FeedbackItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (!streams.IsOutputTerminal)
        {
            foreach (FeedbackItem item in items)
            {
                streams.Out.WriteLine(string.Join('\t', FormatCells(item)));
            }

            return;
        }

        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Given", "Reaction", "Question", "Answer", "Comment");
        foreach (FeedbackItem item in items)
        {
            table.AddRow(FormatCells(item).Select(c => new Text(c)));
        }

        streams.OutConsole.Write(table);
    }

    private static IEnumerable<string> FormatCells(FeedbackItem item) =>
        new[]
        {
            item.Feedback.GivenAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
            item.Feedback.Reaction is Reaction.Like ? "like" : "dislike",
            item.Turn?.Answer.Question ?? "(not kept any more)",
            item.Turn?.Answer.Text ?? "",
            item.Feedback.Comment ?? "",
        }.Select(TerminalText.Clean);
}
