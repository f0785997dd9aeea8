using System.Globalization;

namespace SummitBot.Ingestion.Files;

/// <summary>The date at the start of a file's name, as in <c>2024-03-12-barrier.md</c>.</summary>
internal static class FileDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null when the name does not start with a date.</summary>
    public static DateOnly? Find(string path)
    {
        ReadOnlySpan<char> name = Path.GetFileNameWithoutExtension(path.AsSpan());
        bool isAlone =
            name.Length == Format.Length || (name.Length > Format.Length && !char.IsLetterOrDigit(name[Format.Length]));
        return
            isAlone
            && DateOnly.TryParseExact(
                name[..Format.Length],
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
            ? day
            : null;
    }

    /// <summary>The file's name without the date and the extension.</summary>
    public static string NameWithout(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        bool hasMore = name.Length > Format.Length && name[Format.Length..].Any(char.IsLetterOrDigit);
        return hasMore && Find(path) is not null ? name[Format.Length..] : name;
    }
}
