using System.IO.Enumeration;

namespace SummitBot.Ingestion.Files;

/// <summary>The names of files and folders that are left out.</summary>
/// <param name="patterns">With <c>*</c> and <c>?</c>, ignoring case: of a name, or of a path below the corpus folder if
/// there is a slash in it.</param>
internal sealed class SkippedNames(IReadOnlyList<string> patterns)
{
    /// <param name="relativePath">Path below the corpus folder, or in an archive, with <c>/</c>.</param>
    public bool Contains(string relativePath)
    {
        ReadOnlySpan<char> name = relativePath.AsSpan()[(relativePath.LastIndexOf('/') + 1)..];
        foreach (string pattern in patterns)
        {
            string trimmed = pattern.Trim().TrimEnd('/');
            ReadOnlySpan<char> subject = trimmed.Contains('/', StringComparison.Ordinal) ? relativePath : name;
            if (FileSystemName.MatchesSimpleExpression(trimmed, subject))
            {
                return true;
            }
        }

        return false;
    }
}
