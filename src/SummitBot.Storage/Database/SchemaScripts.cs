namespace SummitBot.Storage.Database;

/// <summary>The scripts that bring a database from one version of the schema to the next, in order.</summary>
internal static class SchemaScripts
{
    public static IReadOnlyList<string> Sqlite { get; } = Read("Schema/Sqlite/");

    public static IReadOnlyList<string> Postgres { get; } = Read("Schema/Postgres/");

    private static IReadOnlyList<string> Read(string folder)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        var scripts = new List<string>();
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add(reader.ReadToEnd());
        }

        return scripts;
    }
}
