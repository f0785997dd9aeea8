using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>The words of a subject that somebody names, compared with texts by their stems.</summary>
internal sealed class SubjectStems(ITermAnalyzer analyzer)
{
    /// <summary>The subject's stems outside the stop words; all of them when it has no others.</summary>
    /// <param name="language">ISO 639-1 code of the subject.</param>
    /// <param name="articleLanguage">The language whose stems are wanted.</param>
    public IReadOnlyList<string> Content(string subject, string language, string articleLanguage)
    {
        WordSet stopWords = LanguageProfiles.For(language).StopWords;
        IReadOnlyList<Term> all = analyzer.Analyze(subject, articleLanguage);
        string[] content = [.. all.Where(t => !stopWords.Contains(subject.AsSpan(t.Start..t.End))).Select(t => t.Stem)];
        return content.Length > 0 ? content : [.. all.Select(t => t.Stem)];
    }

    /// <summary>The stems of a text.</summary>
    public HashSet<string> In(string text, string language) =>
        analyzer.Analyze(text, language).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
}
