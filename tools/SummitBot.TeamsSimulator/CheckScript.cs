namespace SummitBot.TeamsSimulator;

/// <summary>The built-in script, which tries all user actions in Teams.</summary>
public static class CheckScript
{
    public static IReadOnlyList<string> Lines()
    {
        using Stream script =
            typeof(CheckScript).Assembly.GetManifestResourceStream("check.txt")
            ?? throw new InvalidOperationException("The built-in script is not part of the program.");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Split('\n');
    }
}
