using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>
/// Completes fragments: "And in 2019?" after "Where did they meet in 2023?" becomes "Where did they meet in 2019?",
/// "What about a service?" after "How much is a tyre change?" becomes "How much is a service?", and a single "When?"
/// asks the previous question with another question word.
/// </summary>
internal static class FollowUpRewriter
{
    private const int MaxFragmentWords = 8;

    /// <summary>Words around a year that do not change the question: "by late 2019".</summary>
    private static readonly HashSet<string> LooseTimeWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "late",
        "early",
        "year",
        "año",
        "finales",
        "principios",
    };

    /// <summary>
    /// The complete question; null when the question is not a fragment, or does not fit into the previous one.
    /// </summary>
    /// <param name="question">The follow-up.</param>
    /// <param name="previous">The question before it, itself whole.</param>
    public static RewrittenFollowUp? Rewrite(string question, string previous, LanguageProfile profile)
    {
        IReadOnlyList<string> words = Tokenizer.SplitQuestion(question);
        if (words.Count is 0 or > MaxFragmentWords)
        {
            return null;
        }

        if (profile.IsAskingWord(words[0]))
        {
            return FragmentAfterPhrase(words, profile) is { } piece ? Fit(piece, previous, profile)
                : IsBareAsking(words, profile)
                    ? new RewrittenFollowUp($"{string.Join(' ', words)}? {previous}", false)
                    {
                        AsksReason = profile
                            .QuestionTypes["reason"]
                            .Contains(words[0], StringComparer.OrdinalIgnoreCase),
                    }
                : null;
        }

        // "So it costs 300 euros, right?" is a statement, not a replacement phrase.
        bool isStatement = words.Any(profile.Pronouns.Contains) && words.Count(w => !profile.StopWords.Contains(w)) > 1;
        bool isFollowUp = profile.EllipsisStarts.Contains(words[0]) && !isStatement;
        return isFollowUp && !words.Any(profile.IsAskingWord) ? Fit([.. words.Skip(1)], previous, profile) : null;
    }

    private static IReadOnlyList<string>? FragmentAfterPhrase(IReadOnlyList<string> words, LanguageProfile profile)
    {
        foreach (string phrase in profile.FragmentStarts)
        {
            string[] start = phrase.Split(' ');
            bool matches =
                words.Count > start.Length
                && start.SequenceEqual(words.Take(start.Length), StringComparer.OrdinalIgnoreCase);
            if (matches)
            {
                return [.. words.Skip(start.Length)];
            }
        }

        return null;
    }

    /// <summary>True for "When?", "And why not?": only question words and other words without content.</summary>
    private static bool IsBareAsking(IReadOnlyList<string> words, LanguageProfile profile) =>
        words.All(profile.StopWords.Contains) && !words.Any(profile.Pronouns.Contains);

    private static RewrittenFollowUp? Fit(IReadOnlyList<string> piece, string previous, LanguageProfile profile)
    {
        if (piece.Count == 0)
        {
            return null;
        }

        string core = previous.TrimEnd('?', '.', '!', ' ');
        var appended = new RewrittenFollowUp($"{core} {string.Join(' ', piece)}?", IsReplacement: false);
        if (piece.FirstOrDefault(DateRecognizer.IsYear) is { } year)
        {
            string? old = Tokenizer.SplitQuestion(core).LastOrDefault(DateRecognizer.IsYear);
            bool saysMore = piece.Any(w => !DateRecognizer.IsYear(w) && !IsFiller(w, profile));
            return old is null || saysMore ? appended : new RewrittenFollowUp(Replaced(core, old, year), false);
        }

        return FitPhrase(piece, core, profile) ?? FitName(piece, core, profile) ?? appended;
    }

    /// <summary>The fragment in place of the matching phrase; null when there is none.</summary>
    private static RewrittenFollowUp? FitPhrase(IReadOnlyList<string> piece, string core, LanguageProfile profile)
    {
        string[] heads = [.. piece.TakeWhile(profile.StopWords.Contains)];
        string[] content = [.. piece.Skip(heads.Length)];
        if (content.Length == 0 || content.Any(profile.StopWords.Contains))
        {
            return null;
        }

        IReadOnlyList<string> words = Tokenizer.SplitQuestion(core);
        ContentRun? run = ContentRun.FindReplaceable(words, heads, content, profile);
        if (run is not { } old || old.Words.SequenceEqual(content, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        string text = string.Join(' ', words.Take(old.Start).Concat(content).Concat(words.Skip(old.End)));
        return new RewrittenFollowUp($"{text}?", IsReplacement: true);
    }

    private static RewrittenFollowUp? FitName(IReadOnlyList<string> piece, string core, LanguageProfile profile)
    {
        IReadOnlyList<string> known = Tokenizer.SplitQuestion(core);
        string newText = NameRecognizer.FindInQuestion(piece, profile).LastOrDefault("");
        string oldText = NameRecognizer.FindInQuestion(known.Skip(1), profile).LastOrDefault("");
        string[] newName = newText.Split(' ');
        bool isOnlyName =
            newText.Length > 0
            && piece.All(w =>
                newName.Contains(w) || IsFiller(w, profile) || known.Contains(w, StringComparer.OrdinalIgnoreCase)
            );
        bool fits =
            isOnlyName
            && oldText.Length > 0
            && core.Contains(oldText, StringComparison.Ordinal)
            && !core.Contains(newText, StringComparison.Ordinal);
        return fits ? new RewrittenFollowUp(Replaced(core, oldText, newText), IsReplacement: true) : null;
    }

    /// <summary>The question with the last occurrence of a piece replaced.</summary>
    private static string Replaced(string core, string old, string piece)
    {
        int at = core.LastIndexOf(old, StringComparison.Ordinal);
        return $"{core[..at]}{piece}{core[(at + old.Length)..]}?";
    }

    private static bool IsFiller(string word, LanguageProfile profile) =>
        profile.StopWords.Contains(word) || LooseTimeWords.Contains(word);
}

/// <summary>A completed fragment.</summary>
/// <param name="IsReplacement">True when a phrase of the previous question was replaced by one of the same kind, so the
/// old phrase is not asked about any more.</param>
internal readonly record struct RewrittenFollowUp(string Text, bool IsReplacement)
{
    /// <summary>True for a bare "Why?".</summary>
    public bool AsksReason { get; init; }
}
