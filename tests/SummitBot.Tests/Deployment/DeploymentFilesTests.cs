using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SummitBot.Web.Hosting;
using YamlDotNet.Serialization;

namespace SummitBot.Tests.Deployment;

/// <summary>The files in <c>deploy</c> name what there is.</summary>
public sealed partial class DeploymentFilesTests
{
    private static readonly string Folder = Repository.GetPath("deploy");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void TheDockerfile_BuildsProjectsThatExist_AndRunsWithoutRoot()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, "Dockerfile"));

        Assert.All(
            lines.SelectMany(l => Projects().Matches(l)).Select(m => m.Value),
            project => Assert.True(Directory.Exists(Repository.GetPath(project)), project)
        );
        Assert.Contains("USER $APP_UID", lines);
        Assert.Contains(
            lines,
            l =>
                l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)
                && l.EndsWith($"CMD [\"/app/SummitBot.Web\", \"{HealthProbe.Flag}\"]", StringComparison.Ordinal)
        );
        Assert.Equal("ENTRYPOINT [\"/app/SummitBot.Web\"]", lines[^1]);
        // The base of the image that runs has no shell.
        Assert.Contains(
            "chiseled",
            lines.Last(l => l.StartsWith("FROM ", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TheServicesOfCompose_HaveFilesAndSettingsThatExist()
    {
        string text = File.ReadAllText(Path.Combine(Folder, "compose.yaml"));
        var compose = new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, object>>(
                new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(text)))
            );
        var services = (Dictionary<object, object>)compose["services"];

        Assert.Equal(["host1", "host2", "nginx", "postgres"], services.Keys.Cast<string>().Order());
        var host = (Dictionary<object, object>)services["host2"];
        Assert.Equal("true", host["read_only"]);
        Assert.Equal(["ALL"], (List<object>)host["cap_drop"]);
        foreach (Match mounted in Mounts().Matches(text))
        {
            string path = Path.GetFullPath(Path.Combine(Folder, mounted.Groups["path"].Value));
            Assert.True(Path.Exists(path) || path.EndsWith("/tls", StringComparison.Ordinal), path);
        }

        string settings = File.ReadAllText(Repository.GetPath("docs", "settings.md"));
        Assert.All(
            ((Dictionary<object, object>)host["environment"])
                .Keys.Cast<string>()
                .Where(k => k.StartsWith("SummitBot", StringComparison.Ordinal)),
            key =>
                Assert.Contains(
                    $"`{key.Replace("__", ":", StringComparison.Ordinal)}`",
                    settings,
                    StringComparison.Ordinal
                )
        );
        // The addresses of the hosts are those that nginx knows.
        string nginx = File.ReadAllText(Path.Combine(Folder, "nginx", "summitbot.conf"));
        foreach (Match address in Addresses().Matches(text))
        {
            Assert.Contains($"server {address.Groups["ip"].Value}:3978", nginx, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheService_IsUnderstoodBySystemd_AndConfined()
    {
        (int status, string said) = await RunAsync(
            "systemd-analyze",
            "security",
            "--offline=true",
            Path.Combine(Folder, "systemd", "summitbot.service")
        );

        Assert.True(status == 0, said);
        Assert.DoesNotContain("Unknown", said, StringComparison.Ordinal);
        double exposure = double.Parse(Exposure().Match(said).Groups["level"].Value, CultureInfo.InvariantCulture);
        // From 0 to 10; services without any of it have 9.6.
        Assert.InRange(exposure, 0, 2);
    }

    private static async Task<(int Status, string Said)> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
            string said = await process.StandardOutput.ReadToEndAsync(Cancelled);
            await process.WaitForExitAsync(Cancelled);
            return (process.ExitCode, said + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"There is no {program} here.");
            throw;
        }
    }

    [GeneratedRegex(@"src/[A-Za-z.]+", RegexOptions.None, 1_000)]
    private static partial Regex Projects();

    [GeneratedRegex(@"- (?<path>\.{1,2}/[^:\n]+):", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Mounts();

    [GeneratedRegex(@"ipv4_address: (?<ip>[0-9.]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"exposure level for summitbot.service: (?<level>[0-9.]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Exposure();
}
