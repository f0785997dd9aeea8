using System.Diagnostics;
using System.Globalization;

namespace SummitBot.Testing;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a socket there. PostgreSQL refuses to run as root.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>Why there can be no server here; null when there can.</summary>
    public static readonly string? Obstacle = FindObstacle();

    private static readonly Lazy<PostgresServer> LazyShared = new(StartShared);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _data;
    private Process? _process;
    private Process? _end;

    private PostgresServer(string folder)
    {
        Folder = folder;
        _data = Path.Combine(folder, "data");
    }

    /// <summary>One server for all tests of the process, which ends with it.</summary>
    public static PostgresServer Shared => LazyShared.Value;

    /// <summary>The folder of the socket.</summary>
    public string Folder { get; }

    public string ConnectionString(string database) =>
        $"Host={Folder};Username=summitbot;Database={database};Maximum Pool Size=20";

    /// <exception cref="InvalidOperationException">There is an <see cref="Obstacle"/>, or the server does not start.</exception>
    public static PostgresServer Start()
    {
        Require(Obstacle is null, Obstacle);
        string folder = Directory.CreateTempSubdirectory("summitbot-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        var server = new PostgresServer(folder);
        Run([
            .. AsUser("initdb"),
            "-D",
            server._data,
            "-U",
            "summitbot",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ]);
        server.Resume();
        return server;
    }

    /// <summary>Starts the server again after it was killed, as a service manager does.</summary>
    public void Resume()
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            _process?.Dispose();
            // Its output goes to a file: the children of a killed server hold their end of a pipe for a while.
            string command = string.Join(
                ' ',
                [
                    .. AsUser("postgres"),
                    "-D",
                    _data,
                    "-k",
                    Folder,
                    "-c listen_addresses=",
                    "-c fsync=off",
                    "-c max_connections=200",
                ]
            );
            _process = Process.Start(
                new ProcessStartInfo("sh", ["-c", $"exec {command} > {Folder}/log 2>&1"]) { WorkingDirectory = Folder }
            )!;
            while (!_process.WaitForExit(100))
            {
                if (TryRun([.. AsUser("pg_isready"), "-q", "-h", Folder, "-U", "summitbot", "-d", "postgres"]))
                {
                    return;
                }

                Require(Stopwatch.GetElapsedTime(start) < Limit, "PostgreSQL does not start.");
            }

            // What is left of a killed server still holds its memory: once more.
            Require(Stopwatch.GetElapsedTime(start) < Limit, "PostgreSQL ends at once.");
        }
    }

    /// <summary>As <c>kill -9</c> of the server.</summary>
    public void Kill()
    {
        int id = int.Parse(File.ReadLines(Path.Combine(_data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(id);
        server.Kill();
        _process!.WaitForExit();
    }

    /// <summary>Runs statements; gives what they print.</summary>
    public string Execute(string database, string sql) =>
        Run([
            .. AsUser("psql"),
            "-h",
            Folder,
            "-U",
            "summitbot",
            "-d",
            database,
            "-qAt",
            "-v",
            "ON_ERROR_STOP=1",
            "-c",
            sql,
        ]);

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _process?.Dispose();
        _end?.Dispose();
        // Children of the server end a moment after it, and may write meanwhile.
        for (int i = 0; i < 50 && !TryRun("rm", "-rf", Folder); i++) { }
    }

    private static PostgresServer StartShared()
    {
        PostgresServer server = Start();
        server._end = server.StartEnd();
        return server;
    }

    /// <summary>Waits for the end of this process, however it comes, then ends the server and deletes its folder.</summary>
    private Process StartEnd()
    {
        string command =
            $"exec > /dev/null 2>&1; cat; kill -QUIT $(head -n 1 {_data}/postmaster.pid); sleep 1; rm -rf {Folder}";
        return Process.Start(
            new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardInput = true, UseShellExecute = false }
        )!;
    }

    private static string? FindObstacle()
    {
        if (OperatingSystem.IsWindows())
        {
            return "The tests start PostgreSQL on Unix only.";
        }

        return FindPrograms() is null ? "PostgreSQL is not installed here (Debian: apt-get install postgresql)." : null;
    }

    /// <summary>The folder of the newest version's programs, where Debian has them; null when there is none.</summary>
    private static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d =>
                    int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out int v) ? v : 0
                )
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "psql")))
            : null;

    private static string[] AsUser(string program)
    {
        string path = Path.Combine(FindPrograms()!, program);
        return Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", path]
            : [path];
    }

    private static bool TryRun(params string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Run(params string[] command)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(command[0], command.Skip(1))
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = "/tmp",
            }
        )!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Require(process.ExitCode == 0, $"This failed: {string.Join(' ', command)}");
        return output.Trim();
    }

    private static void Require(bool isMet, string? otherwise)
    {
        if (!isMet)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
