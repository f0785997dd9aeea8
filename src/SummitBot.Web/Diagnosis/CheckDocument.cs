using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Diagnosis;

namespace SummitBot.Web.Diagnosis;

/// <summary>A finding as <c>/readyz</c> tells it.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Level"><c>ok</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Text">One sentence for operators; left out for everybody else, since it may name hosts and paths.</param>
public sealed record CheckDocument(
    string Subject,
    string Level,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text
)
{
    public static CheckDocument From(Finding finding, bool isForOperator)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new CheckDocument(
            finding.Subject,
            JsonNamingPolicy.CamelCase.ConvertName(finding.Level.ToString()),
            isForOperator ? finding.Text : null
        );
    }
}
