namespace SummitBot.Testing;

/// <summary>The repository that the running tests were built from.</summary>
internal static class Repository
{
    /// <summary>The top level.</summary>
    public static string FullPath { get; } = Find();

    /// <summary><c>Debug</c> or <c>Release</c>: as the tests were built, so was what they start.</summary>
    public static string Configuration { get; } =
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)) == "release"
            ? "Release"
            : "Debug";

    public static string GetPath(params string[] parts) => Path.Combine([FullPath, .. parts]);

    /// <summary>A built program, to be started as <c>dotnet program.dll</c>.</summary>
    public static string GetProgram(string project, string assembly) =>
        GetPath(".artifacts", "bin", project, Configuration.ToLowerInvariant(), $"{assembly}.dll");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SummitBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
