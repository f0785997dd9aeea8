using System.Diagnostics;
using System.Runtime.Versioning;

namespace SummitBot.EndToEnd.Tests.Building;

/// <summary>How the build takes Microsoft's Web Chat from npm, on machines where npm is missing, or does not do as it should.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WebChatRestoreTests : IDisposable
{
    private const string Without = "the host is built without the page /webchat.";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Commands => _folder["commands"];

    private string Restored => _folder["restored"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithoutNpm_TheBuildSaysSo_AndGoesOn()
    {
        Directory.CreateDirectory(Commands);
        File.CreateSymbolicLink(Path.Combine(Commands, "sh"), "/bin/sh");

        (int exitCode, string output) = await RestoreAsync(Commands);

        Assert.Contains(Without, output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("echo 'npm error code ENOTFOUND' >&2; exit 1")]
    [InlineData("echo half > \"$package\"")]
    public async Task WithoutTheRegistry_OrWithHalfAPackage_TheBuildSaysSo_AndGoesOn(string npm)
    {
        LayNpm(npm);

        (int exitCode, string output) = await RestoreAsync($"{Commands}:{SystemPath}");

        Assert.Contains(Without, output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task AnotherScriptThanTheReviewedOne_FailsTheBuild_WhichSaysWhatToDo()
    {
        LayNpm(
            """
            mkdir -p package/dist && echo 'alert(1)' > package/dist/webchat.js
            tar -czf "$package" package && rm -r package
            """
        );

        (int exitCode, string output) = await RestoreAsync($"{Commands}:{SystemPath}");

        Assert.Contains("is not the script that was reviewed: delete the folder", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    private static string SystemPath => Environment.GetEnvironmentVariable("PATH")!;

    /// <param name="script">What it does as <c>npm pack</c>; <c>$package</c> is the file that it is to make.</param>
    private void LayNpm(string script)
    {
        Directory.CreateDirectory(Commands);
        string npm = Path.Combine(Commands, "npm");
        File.WriteAllText(npm, $"#!/bin/sh\npackage=$(echo \"$4\" | tr @ -).tgz\n{script}\n");
        File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Runs the step of the build with nothing taken before.</summary>
    /// <param name="path">The folders in which it finds commands.</param>
    private async Task<(int ExitCode, string Output)> RestoreAsync(string path)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild",
                "-nologo",
                "-target:RestoreWebChat",
                $"-property:WebChatFolder={Restored}/",
                $"-property:WebChatFile={Restored}/package/dist/webchat.js",
                Repository.GetPath("src", "SummitBot.Web", "SummitBot.Web.csproj"),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = path;
        // A build node that lives on would hold the output open, and keep the PATH of another test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(Cancelled);
        string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, output + await error);
    }
}
