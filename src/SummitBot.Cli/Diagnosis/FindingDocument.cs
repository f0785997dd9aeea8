using System.Text.Json;
using SummitBot.Core.Diagnosis;

namespace SummitBot.Cli.Diagnosis;

/// <summary>A finding of <c>doctor --json</c>, one a line.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Level"><c>ok</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Text">One sentence.</param>
internal sealed record FindingDocument(string Subject, string Level, string Text)
{
    public static FindingDocument From(Finding finding) =>
        new(finding.Subject, JsonNamingPolicy.CamelCase.ConvertName(finding.Level.ToString()), finding.Text);
}
