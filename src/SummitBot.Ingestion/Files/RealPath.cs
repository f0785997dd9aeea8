namespace SummitBot.Ingestion.Files;

/// <summary>A path without symbolic links on its way.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows in one path.</summary>
    private const int MaxLinks = 40;

    /// <summary>The real path; the path itself from where a link cannot be followed.</summary>
    public static string Resolve(string fullPath)
    {
        var rest = new Stack<string>();
        string real = Push(fullPath, rest);
        int links = 0;
        while (rest.TryPop(out string? name))
        {
            string next = Path.Combine(real, name);
            string? target = GetLinkTarget(next);
            if (target is null || ++links > MaxLinks)
            {
                real = next;
                continue;
            }

            real = Push(Path.GetFullPath(target, real), rest);
        }

        return real;
    }

    private static string Push(string fullPath, Stack<string> rest)
    {
        string root = Path.GetPathRoot(fullPath) ?? "";
        string[] names = fullPath[root.Length..]
            .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names.Reverse())
        {
            rest.Push(name);
        }

        return root;
    }

    private static string? GetLinkTarget(string path)
    {
        try
        {
            return new DirectoryInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
