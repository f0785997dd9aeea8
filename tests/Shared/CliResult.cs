using System.Text.Json;

namespace SummitBot.Testing;

/// <summary>The result of a run of the command line.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>Every line of the output as JSON.</summary>
    public JsonElement[] JsonLines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l))];

    /// <summary>The only line of the output as JSON.</summary>
    public JsonElement Json => Assert.Single(JsonLines);
}
