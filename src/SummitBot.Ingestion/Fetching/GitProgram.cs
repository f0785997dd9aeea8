using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// Runs the <c>git</c> program in a bare repository. It asks nobody anything, follows no redirect, runs no hook and uses no
/// transport but the given one.
/// </summary>
/// <param name="folder">Of the bare repository.</param>
/// <param name="header">A header of requests to a web server, with a secret in it; null for none.</param>
internal sealed class GitProgram(string folder, string scheme, string? header)
{
    private const int MaxReasonLength = 300;

    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its output; null when it failed with <paramref name="expectedExit"/>.</returns>
    /// <exception cref="StoreException">It failed; the message has the last line that git said.</exception>
    public async Task<string?> RunAsync(
        string[] arguments,
        CancellationToken cancellationToken,
        int? expectedExit = null
    )
    {
        using Process process = Start(arguments);
        try
        {
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            string said = await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output
                : process.ExitCode == expectedExit ? null
                : throw Failed(said);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Runs a command, and gives the parts of its output that end with a zero byte as they come.</summary>
    public async IAsyncEnumerable<string> ReadRecordsAsync(
        string[] arguments,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using Process process = Start(arguments);
        try
        {
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var record = new StringBuilder();
            char[] buffer = new char[16_384];
            int length;
            while ((length = await process.StandardOutput.ReadAsync(buffer, cancellationToken)) > 0)
            {
                for (int i = 0; i < length; i++)
                {
                    if (buffer[i] != '\0')
                    {
                        record.Append(buffer[i]);
                        continue;
                    }

                    yield return record.ToString();
                    record.Clear();
                }
            }

            string said = await errors;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw Failed(said);
            }
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Starts a command that is asked by its input and answers by its output; the caller ends it.</summary>
    public Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        (string Key, string Value)[] settings =
        [
            ("http.followRedirects", "false"),
            ("core.hooksPath", "/dev/null"),
            ("gc.autoDetach", "false"),
            .. header is null ? Array.Empty<(string, string)>() : [("http.extraHeader", header)],
        ];
        // A secret in the arguments would be seen in the list of processes.
        start.Environment["GIT_CONFIG_COUNT"] = $"{settings.Length}";
        for (int i = 0; i < settings.Length; i++)
        {
            start.Environment[$"GIT_CONFIG_KEY_{i}"] = settings[i].Key;
            start.Environment[$"GIT_CONFIG_VALUE_{i}"] = settings[i].Value;
        }

        start.Environment["GIT_DIR"] = folder;
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ALLOW_PROTOCOL"] = scheme;
        start.Environment["LC_ALL"] = "C";
        start.Environment.TryAdd("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new StoreException(
                StoreError.Unavailable,
                "The git program is not on this machine: install it, or give the source a checked-out folder.",
                e
            );
        }
    }

    public static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string FindAdvice(string said)
    {
        return Has(
                "Authentication failed",
                "could not read Username",
                "could not read Password",
                "Permission denied",
                "403",
                "401"
            )
                ? $"Correct {nameof(SourceOptions.AccessKey)} and {nameof(SourceOptions.Secret)} of the source, or what git signs in with, and allow them to read."
            : Has("not found", "does not appear to be a git repository", "does not exist")
                ? $"Correct {nameof(SourceOptions.Url)} of the source; a private repository needs {nameof(SourceOptions.Secret)}."
            : Has("Could not resolve host", "Failed to connect", "Could not connect", "Connection refused", "timed out")
                ? $"Check {nameof(SourceOptions.Url)} of the source, and whether this machine may connect to it."
            : "";

        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (said.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static StoreException Failed(string said)
    {
        string line =
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .LastOrDefault(l =>
                    l.StartsWith("fatal:", StringComparison.Ordinal) || l.StartsWith("error:", StringComparison.Ordinal)
                )
            ?? "";
        return new StoreException(
            StoreError.Failed,
            $"git could not do it. {line[..Math.Min(line.Length, MaxReasonLength)]} {FindAdvice(said)}".TrimEnd()
        );
    }
}
