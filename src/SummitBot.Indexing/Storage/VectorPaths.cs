namespace SummitBot.Indexing.Storage;

/// <summary>The vector files, which are in the index's folder but do not belong to the engine.</summary>
internal static class VectorPaths
{
    public const string Prefix = "vectors.";

    public static string GetFile(IndexFolder folder) => Path.Combine(folder.FullPath, Prefix + "bin");

    public static string GetJournal(IndexFolder folder) => Path.Combine(folder.FullPath, Prefix + "journal");
}
