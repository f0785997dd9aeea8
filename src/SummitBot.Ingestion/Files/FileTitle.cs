namespace SummitBot.Ingestion.Files;

/// <summary>A title for an article that has none of its own.</summary>
internal static class FileTitle
{
    /// <summary>Fewer letters in a row are a number, a key or a page of a list.</summary>
    private const int MinWordLetters = 3;

    /// <summary>
    /// The last part of a web address that has a word in it, as words, else the host:
    /// <c>https://www.example.org/news/tide-gauge/123</c> gives <c>Tide gauge</c>.
    /// </summary>
    public static string FromAddress(Uri address)
    {
        string? part = Uri.UnescapeDataString(address.AbsolutePath).Split('/').LastOrDefault(HasWord);
        return part is null ? address.Host : FromPath(part);
    }

    private static bool HasWord(string part)
    {
        int letters = 0;
        foreach (char c in Path.GetFileNameWithoutExtension(part))
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters == MinWordLetters)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The file name as words: <c>2023/kim_visit-to.vostochny.md</c> gives <c>Kim visit to vostochny</c>.</summary>
    public static string FromPath(string path)
    {
        string name = FileDate.NameWithout(path);
        string[] words = name.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        string title = CleanText.Line(string.Join(' ', words));
        return title.Length == 0 ? name : char.ToUpperInvariant(title[0]) + title[1..];
    }
}
