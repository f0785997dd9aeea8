namespace SummitBot.Benchmarks.Programs;

/// <summary>Where things are in the working copy that this program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Corpus { get; } = Path.Combine(Root, "corpus");

    /// <summary>The golden questions on the corpus, JSON lines.</summary>
    public static string Questions { get; } = Path.Combine(Root, "tests", "golden", "queries.jsonl");

    /// <summary>The path of a program built in Release.</summary>
    /// <exception cref="FileNotFoundException">It was not built.</exception>
    public static string GetPath(string project, string program)
    {
        string fileName = OperatingSystem.IsWindows() ? program + ".exe" : program;
        string path = Path.Combine(Root, ".artifacts", "bin", project, "release", fileName);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path} is missing: run `dotnet build -c Release` first.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SummitBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("SummitBot.sln stands nowhere above the benchmarks' program.");
    }
}
