using SummitBot.Core.Answers;

namespace SummitBot.Storage.Database;

/// <summary>The text of a turn as operators search it: in small letters, by the same rules on every database.</summary>
internal static class SearchedText
{
    public static string From(AnswerDocument answer) => ToSmallLetters($"{answer.Question}\n{answer.Text}");

    /// <summary>The words as patterns for <c>LIKE</c> with the escape character <c>\</c>.</summary>
    public static IEnumerable<string> CreatePatterns(string words) =>
        ToSmallLetters(words)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word =>
                word.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace("%", @"\%", StringComparison.Ordinal)
                    .Replace("_", @"\_", StringComparison.Ordinal)
            )
            .Select(word => $"%{word}%");

    public static string ToSmallLetters(string text) => text.ToLowerInvariant();
}
