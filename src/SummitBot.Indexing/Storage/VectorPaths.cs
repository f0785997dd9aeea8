namespace SummitBot.Indexing.Storage;

/// <summary>The files of the vectors, which stand in the index's folder and are none of the engine's.</summary>
internal static class VectorPaths
{
    public const string Prefix = "vectors.";

    public static string GetFile(IndexFolder folder) => Path.Combine(folder.FullPath, Prefix + "bin");

    public static string GetJournal(IndexFolder folder) => Path.Combine(folder.FullPath, Prefix + "journal");
}
