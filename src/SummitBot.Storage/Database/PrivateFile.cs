namespace SummitBot.Storage.Database;

/// <summary>Files that only this user of the system may read.</summary>
internal static class PrivateFile
{
    /// <summary>Makes an empty file, unless there is one.</summary>
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
