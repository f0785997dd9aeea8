using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Dates;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.News;

/// <summary>
/// Finds a newer article that replaces what the best sentence says: the same sentence with another number or time, or
/// somebody who succeeded the person it names.
/// </summary>
internal static class NewerVersion
{
    /// <summary>Sentences that share this much of their words, apart from numbers, say the same.</summary>
    private const double SameSentence = 0.6;

    /// <summary>How far the other sentence's score may be below the best one.</summary>
    private const double WidestGap = 4;

    private const int MinWords = 4;

    /// <summary>
    /// Numbers that differ by less than this share of the larger one count as the same number, rounded.
    /// </summary>
    private const double Rounding = 0.1;

    /// <summary>Beginnings of verbs that say that one person succeeds another.</summary>
    private static readonly string[] Succession =
    [
        "succe",
        "replac",
        "takes",
        "took",
        "takin",
        "appoint",
        "nachfolg",
        "ersetz",
        "abgelöst",
        "löst",
        "suced",
        "sustitu",
        "reemplaz",
        "relev",
        "remplac",
        "сменил",
        "смени",
        "замен",
    ];

    private static readonly HashSet<string> Seasons = new(StringComparer.Ordinal)
    {
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "early",
        "late",
        "mid",
        "frühjahr",
        "frühling",
        "sommer",
        "herbst",
        "primavera",
        "verano",
        "otoño",
        "invierno",
        "printemps",
        "été",
        "automne",
        "hiver",
    };

    /// <summary>The newer sentence, then the older one; empty when none has replaced it.</summary>
    public static IReadOnlyList<ScoredSentence> Find(
        AnalyzedQuestion question,
        QuestionTime time,
        IReadOnlyList<ScoredSentence> ranked,
        int max
    )
    {
        ScoredSentence best = ranked[0];
        if (time != QuestionTime.None || max < 2 || best.Sentence.Passage.Article.Published is not { } day)
        {
            return [];
        }

        ScoredSentence? other = ranked
            .Skip(1)
            .TakeWhile(s => s.Score >= best.Score - WidestGap)
            .FirstOrDefault(s =>
                s.Sentence.Passage.Article.Id != best.Sentence.Passage.Article.Id
                && s.Sentence.Passage.Article.Published is { } published
                && published != day
                && (
                    IsSameButForNumbers(question, best.Sentence, s.Sentence)
                    || (published > day && Succeeds(question, s.Sentence, best.Sentence))
                )
            );
        return other is null ? []
            : other.Sentence.Passage.Article.Published > day ? [other, best]
            : [best, other];
    }

    private static bool IsSameButForNumbers(AnalyzedQuestion question, CandidateSentence one, CandidateSentence other)
    {
        LanguageProfile profile = question.Profile;
        Word[] first = [.. GetWordsWithSubject(one).Where(w => !IsNumber(w, profile))];
        Word[] second = [.. GetWordsWithSubject(other).Where(w => !IsNumber(w, profile))];
        HashSet<string> firstStems = [.. first.Select(w => w.Stem)];
        HashSet<string> secondStems = [.. second.Select(w => w.Stem)];
        int common = firstStems.Count(secondStems.Contains);
        bool isSame = common >= MinWords && common >= SameSentence * (firstStems.Count + secondStems.Count - common);
        return isSame
            && !HasOwnName(first, secondStems)
            && !HasOwnName(second, firstStems)
            && Contradict(OwnNumbers(one, other, profile), OwnNumbers(other, one, profile), profile)
            && !IsRough(one, profile)
            && !IsRough(other, profile);
    }

    /// <summary>"It costs 14 million" tells what costs only together with the sentence that names it.</summary>
    private static IEnumerable<Word> GetWordsWithSubject(CandidateSentence sentence) =>
        SubjectSentence.Find(sentence) is { } subject ? subject.Words.Concat(sentence.Words) : sentence.Words;

    /// <summary>
    /// True when each has numbers or times that the other lacks, and no two of them are equal after rounding. A
    /// sentence that only adds details contradicts nothing.
    /// </summary>
    private static bool Contradict(string[] one, string[] other, LanguageProfile profile) =>
        one.Length > 0 && other.Length > 0 && !one.Any(a => other.Any(b => IsRounded(a, b, profile)));

    private static bool IsRounded(string one, string other, LanguageProfile profile) =>
        NumberRecognizer.GetValue(one, profile) is { } first
        && NumberRecognizer.GetValue(other, profile) is { } second
        && Math.Abs(first - second) <= Rounding * Math.Max(first, second)
        && !(DateRecognizer.IsYear(first) && DateRecognizer.IsYear(second));

    private static bool IsRough(CandidateSentence sentence, LanguageProfile profile) =>
        sentence
            .Words.Zip(sentence.Words.Skip(1))
            .Any(pair =>
                IsNumber(pair.Second, profile)
                && NumberRecognizer.IsApproximate(pair.First.Form, sentence.Passage.Article.Language)
            );

    /// <summary>True when a sentence has a name that the other lacks, and so is about something else.</summary>
    private static bool HasOwnName(Word[] words, HashSet<string> others) =>
        words.Skip(1).Any(w => w.IsCapitalised && !others.Contains(w.Stem));

    /// <summary>The numbers of a sentence that the other one lacks.</summary>
    private static string[] OwnNumbers(CandidateSentence sentence, CandidateSentence other, LanguageProfile profile) =>
        [.. sentence.Words.Where(w => IsNumber(w, profile) && !other.HasForm(w.Form)).Select(w => w.Form)];

    private static bool IsNumber(Word word, LanguageProfile profile) =>
        NumberRecognizer.IsNumber(word, profile) || profile.Months.Contains(word.Form) || Seasons.Contains(word.Form);

    /// <summary>"Ferrante succeeds Thorsen as coach" after "Thorsen is the coach".</summary>
    private static bool Succeeds(AnalyzedQuestion question, CandidateSentence newer, CandidateSentence older) =>
        question.Type == AnswerType.Person
        && newer.Words.Any(w => Array.Exists(Succession, v => w.Form.StartsWith(v, StringComparison.Ordinal)))
        && older.Mentions.Any(m =>
            m.Kind is MentionKind.Name or MentionKind.Place
            && SentenceFeatureExtractor.IsNovel(m, older, question)
            && Enumerable
                .Range(m.First, m.Last - m.First + 1)
                .All(i => newer.Words.Any(w => w.Stem == older.Words[i].Stem))
        )
        && question.Terms.Where(t => t.IsName).All(t => newer.Has(t) > 0 || newer.Title.Has(t) > 0);
}
