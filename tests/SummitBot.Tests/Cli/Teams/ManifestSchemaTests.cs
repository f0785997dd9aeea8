using System.Diagnostics;
using SummitBot.Cli.Teams;

namespace SummitBot.Tests.Cli.Teams;

/// <summary>The manifest against Microsoft's own schema, from the npm package <c>@microsoft/app-manifest</c>.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly string Modules = Repository.GetPath(".artifacts", "npm", "manifest");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheManifest_IsValid() => Assert.Equal("valid", await ValidateAsync(Manifest()));

    [Theory]
    [InlineData("\"supportsFiles\"", "\"supportFiles\"", "data/bots/0 must NOT have additional properties")]
    [InlineData("\"version\": \"1.0.0\"", "\"version\": 1", "data/version must be string")]
    public async Task ABrokenManifest_IsNot(string right, string wrong, string problem)
    {
        string broken = Manifest().Replace(right, wrong, StringComparison.Ordinal);

        Assert.Contains(problem, await ValidateAsync(broken), StringComparison.Ordinal);
    }

    private static string Manifest() =>
        AppManifest.Write(
            new AppDescription(
                "00000000-1111-2222-3333-444444444444",
                "https://bot.example.org",
                "SummitBot",
                "SummitBot",
                "1.0.0"
            )
        );

    private static async Task<string> ValidateAsync(string manifest)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Modules, "node_modules", "@microsoft", "app-manifest")),
            "This test needs Node and Microsoft's schemas, which tests/run.sh installs where there is npm."
        );
        string script = Repository.GetPath("tests/SummitBot.Tests/Cli/Teams/Node/validate.cjs");
        using Process node = Process.Start(
            new ProcessStartInfo("node", [script, Modules])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        Task<string> errors = node.StandardError.ReadToEndAsync(Cancelled);
        Task<string> output = node.StandardOutput.ReadToEndAsync(Cancelled);
        await node.StandardInput.WriteAsync(manifest.AsMemory(), Cancelled);
        node.StandardInput.Close();
        await node.WaitForExitAsync(Cancelled);
        return (await output + await errors).TrimEnd();
    }
}
