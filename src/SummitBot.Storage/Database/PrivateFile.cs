namespace SummitBot.Storage.Database;

/// <summary>Files that only the current user of the system may read.</summary>
internal static class PrivateFile
{
    /// <summary>Creates an empty file, unless it exists.</summary>
    public static void Create(string path)
    {
        var file = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, file).Dispose();
    }
}
