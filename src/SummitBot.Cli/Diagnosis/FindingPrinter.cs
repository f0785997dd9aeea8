using System.Text.Json;
using Spectre.Console;
using SummitBot.Core.Diagnosis;
using SummitBot.Terminal;

namespace SummitBot.Cli.Diagnosis;

/// <summary>Prints findings as they come, and remembers the worst level.</summary>
internal sealed class FindingPrinter(StandardStreams streams, bool json)
{
    private const int LevelWidth = 8;
    private const int SubjectWidth = 10;

    public FindingLevel Worst { get; private set; } = FindingLevel.Ok;

    public async Task PrintAsync(Finding finding)
    {
        Worst = finding.Level > Worst ? finding.Level : Worst;
        FindingDocument document = FindingDocument.From(finding);
        if (json)
        {
            await streams.Out.WriteLineAsync(DoctorJson.Serialize(document));
            return;
        }

        var line = new Paragraph();
        line.Append(document.Level.PadRight(LevelWidth), GetStyle(finding.Level));
        line.Append($"{document.Subject.PadRight(SubjectWidth)} {TerminalText.Clean(document.Text)}", Style.Plain);
        streams.OutConsole.Write(line);
        streams.OutConsole.WriteLine();
    }

    private static Style GetStyle(FindingLevel level) =>
        level switch
        {
            FindingLevel.Error => new Style(Color.Red, decoration: Decoration.Bold),
            FindingLevel.Warning => new Style(Color.Yellow),
            _ => new Style(Color.Green),
        };
}

/// <summary>A finding of <c>doctor --json</c>, one on each line.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Level"><c>ok</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Text">One sentence.</param>
internal sealed record FindingDocument(string Subject, string Level, string Text)
{
    public static FindingDocument From(Finding finding) =>
        new(finding.Subject, JsonNamingPolicy.CamelCase.ConvertName(finding.Level.ToString()), finding.Text);
}
