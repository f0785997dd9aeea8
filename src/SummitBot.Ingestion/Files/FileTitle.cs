namespace SummitBot.Ingestion.Files;

/// <summary>A title for an article that has none of its own.</summary>
internal static class FileTitle
{
    /// <summary>The file name as words: <c>2023/kim_visit-to.vostochny.md</c> gives <c>Kim visit to vostochny</c>.</summary>
    public static string FromPath(string path)
    {
        string name = FileDate.NameWithout(path);
        string[] words = name.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        string title = CleanText.Line(string.Join(' ', words));
        return title.Length == 0 ? name : char.ToUpperInvariant(title[0]) + title[1..];
    }
}
