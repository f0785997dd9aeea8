/// <summary>
/// Runs before <c>Main</c> in a process that names this assembly in <c>DOTNET_STARTUP_HOOKS</c>, and writes the loaded
/// assemblies to a file at its end. The runtime looks for a class of this name outside any namespace.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable with the file to write.</summary>
    public const string FileVariable = "SUMMITBOT_LOADED_ASSEMBLIES";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                File.WriteAllLines(
                    file,
                    AppDomain
                        .CurrentDomain.GetAssemblies()
                        .Select(a => a.GetName().Name ?? "")
                        .Where(name => name != typeof(StartupHook).Assembly.GetName().Name)
                );
        }
    }
}
