using System.Text.RegularExpressions;
using SummitBot.Language;
using SummitBot.Language.Sentences;
using SummitBot.Language.Words;

namespace SummitBot.Core.Suggestions;

/// <summary>
/// Forms English questions from English sentences whose subject, verb and rest stand in plain order: "The town was founded
/// in 1860" gives "When was the town founded?". It does not check whether the articles answer them.
/// </summary>
internal static partial class QuestionPatterns
{
    private const int MinSentenceLength = 20;
    private const int MaxSentenceLength = 220;
    private const int MaxQuestionLength = 110;
    private const int MaxSubjectWords = 8;
    private const int MaxNameWords = 4;
    private const int MaxCountedWords = 3;

    private const string Months =
        "(January|February|March|April|May|June|July|August|September|October|November|December)";

    private const string Date =
        $@"(?<answer>((\d{{1,2}} )?{Months}( \d{{1,2}},)? )?(1\d|20)\d\d|\d{{1,2}} {Months}|{Months} \d{{1,2}})";

    private const string Number =
        @"(?<answer>\d[\d,.]*( (thousand|million|billion))?|([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[A-Za-z]+teen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty)(-[a-z]+)?)";

    private const string About = "((about|around|nearly|almost|over|only|exactly|(more|fewer|less) than) )?";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly LanguageProfile English = LanguageProfiles.For(LanguageCodes.English);

    private static readonly WordTables Words = WordTables.English;

    /// <summary>Words that refer to something outside the question.</summary>
    private static readonly HashSet<string> Vague = CreateSet(
        "it its he him his she her hers they them their theirs this that these those there here "
            + "which who whom whose what where when how why if because although while "
            + "one ones both some many most all each another others such same former latter so also not no "
            + "i me my mine we us our ours you your yours"
    );

    private static readonly HashSet<string> PlainVerbs = CreateSet(
        "is are was were has have had will costs cost lies stands"
    );

    private static readonly HashSet<string> Joining = CreateSet(
        "of in at on for to from with between near and or by under over across"
    );

    /// <summary>Participles that are also the past form: "was built by" gives "who built".</summary>
    private static readonly HashSet<string> SameForms = CreateSet(
        "built made led held sold bought won found taught brought sent paid lost caught kept"
    );

    /// <summary>The questions that a sentence answers; empty for most sentences.</summary>
    public static IEnumerable<QuestionCandidate> FindCandidates(string text, TextRange sentence)
    {
        string said = text[sentence.Start..sentence.End].Trim();
        return
            said.Length is >= MinSentenceLength and <= MaxSentenceLength
            && Plain().IsMatch(said)
            && !Notice().IsMatch(said)
            && Clause.TryParse(WithDateLast(said[..^1])) is { } clause
            ? Ask(clause)
                .Where(q => q.Text.Length <= MaxQuestionLength)
                .Select(q => new QuestionCandidate(q.Text, q.Answer, sentence))
            : [];
    }

    private static IEnumerable<(string Text, string Answer)> Ask(Clause clause) =>
        clause.Verb switch
        {
            "is" or "are" or "was" or "were" => clause.Subject == "there"
                ? AskHowManyThereAre(clause)
                : AskAboutBeing(clause),
            "has" or "have" or "had" => AskHowManyItHas(clause),
            "will" => AskWhenItWill(clause),
            "cost" or "costs" => AskHowMuch(clause),
            "lies" or "stands" => AskWhere(clause),
            _ => AskAboutDoing(clause),
        };

    private static IEnumerable<(string Text, string Answer)> AskAboutBeing(Clause clause)
    {
        (string subject, string be, string rest) = (clause.Subject, clause.Verb, clause.Rest);
        if (!clause.HasSubject)
        {
            yield break;
        }

        if (DatedEvent().Match(rest) is { Success: true } dated && IsParticiple(dated) && IsClear(dated.Groups["more"]))
        {
            yield return (
                $"When {be} {subject} {dated.Groups["done"].Value}{dated.Groups["more"].Value}?",
                dated.Groups["answer"].Value
            );
        }

        if (Agent().Match(rest) is { Success: true } agent && IsParticiple(agent) && IsSameInPast(agent.Groups["done"]))
        {
            yield return ($"Who {agent.Groups["done"].Value} {subject}?", agent.Groups["answer"].Value);
        }

        if (clause.IsName && clause.IsWhole && Role().Match(rest) is { Success: true } role && IsOfPerson(role))
        {
            yield return ($"Who {be} {rest}?", subject);
        }

        if (Measure().Match(rest) is { Success: true } measured)
        {
            yield return ($"How {measured.Groups["how"].Value} {be} {subject}?", measured.Groups["answer"].Value);
        }

        if (Situation().Match(rest) is { Success: true } place && IsPlace(place))
        {
            yield return ($"Where {be} {subject} {place.Groups["done"].Value}?", place.Groups["answer"].Value);
        }

        if (Eponym().Match(rest) is { Success: true } named)
        {
            yield return ($"What {be} {subject} named after?", named.Groups["answer"].Value);
        }
    }

    private static IEnumerable<(string Text, string Answer)> AskHowManyThereAre(Clause clause)
    {
        if (
            CountedPlace().Match(clause.Rest) is { Success: true } counted
            && SplitCounted(counted.Groups["after"].Value) is { } things
            && PlaceStart().IsMatch(things.Tail)
        )
        {
            yield return ($"How many {things.Noun} {clause.Verb} there {things.Tail}?", counted.Groups["answer"].Value);
        }
    }

    private static IEnumerable<(string Text, string Answer)> AskHowManyItHas(Clause clause)
    {
        if (
            clause.HasSubject
            && CountedPlace().Match(clause.Rest) is { Success: true } counted
            && SplitCounted(counted.Groups["after"].Value) is { } things
        )
        {
            string does = clause.Verb switch
            {
                "has" => "does",
                "have" => "do",
                _ => "did",
            };
            yield return ($"How many {things.Noun} {does} {clause.Subject} have?", counted.Groups["answer"].Value);
        }
    }

    private static IEnumerable<(string Text, string Answer)> AskWhenItWill(Clause clause)
    {
        if (clause.HasSubject && Plan().Match(clause.Rest) is { Success: true } plan && IsClear(plan.Groups["do"]))
        {
            yield return ($"When will {clause.Subject} {plan.Groups["do"].Value}?", plan.Groups["answer"].Value);
        }
    }

    private static IEnumerable<(string Text, string Answer)> AskHowMuch(Clause clause)
    {
        if (clause.HasSubject && Price().Match(clause.Rest) is { Success: true } price)
        {
            // "Tickets cost" may be the present.
            bool isPlural = clause.Subject.EndsWith('s');
            string does =
                clause.Verb == "costs" ? "does"
                : isPlural ? "do"
                : "did";
            yield return ($"How much {does} {clause.Subject} cost?", price.Groups["answer"].Value);
        }
    }

    private static IEnumerable<(string Text, string Answer)> AskWhere(Clause clause)
    {
        if (clause.HasSubject && Location().Match(clause.Rest) is { Success: true } place && IsPlace(place))
        {
            yield return ($"Where is {clause.Subject}?", place.Groups["answer"].Value);
        }
    }

    private static IEnumerable<(string Text, string Answer)> AskAboutDoing(Clause clause)
    {
        if (clause.Counted is { } counted && clause.IsWhole && IsClear(clause.Rest))
        {
            yield return ($"How many {counted.Noun} {clause.Verb} {clause.Rest}?", counted.Number);
        }

        if (!clause.HasSubject)
        {
            yield break;
        }

        if (
            clause.IsName
            && clause.IsWhole
            && IsClear(clause.Rest)
            && clause.Rest.Contains(' ', StringComparison.Ordinal)
        )
        {
            yield return ($"Who {clause.Verb} {clause.Rest}?", clause.Subject);
        }

        if (DatedStart().Match(clause.Rest) is { Success: true } dated && IsClear(dated.Groups["more"]))
        {
            string verb = Words.GetLemma(clause.Verb);
            string done = $"{verb} {dated.Groups["more"].Value}".TrimEnd();
            yield return ($"When did {clause.Subject} {done}?", dated.Groups["answer"].Value);
        }

        if (
            clause.IsWhole
            && CountedPlace().Match(clause.Rest) is { Success: true } count
            && SplitCounted(count.Groups["after"].Value) is { } things
            && IsClear(things.Tail)
        )
        {
            string what = $"How many {things.Noun} did {clause.Subject} {Words.GetLemma(clause.Verb)} {things.Tail}";
            yield return ($"{what.TrimEnd()}?", count.Groups["answer"].Value);
        }
    }

    /// <summary>"In 2011 the agency was founded" in the order of "The agency was founded in 2011".</summary>
    private static string WithDateLast(string sentence) =>
        StartingDate().Match(sentence) is { Success: true } date
            ? $"{char.ToUpperInvariant(date.Groups["rest"].Value[0])}{date.Groups["rest"].Value[1..]} {date.Groups["when"].Value.ToLowerInvariant()} {date.Groups["answer"].Value}"
            : sentence;

    private static HashSet<string> CreateSet(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The counted things at the start of a text: "permanent members in Paris"; null when it has none.</summary>
    private static (string Noun, string Tail)? SplitCounted(string text)
    {
        string[] words = text.Split(' ');
        int end = Array.FindIndex(words, w => w is "people" or "men" or "women" or "children" || IsPlural(w)) + 1;
        return end is > 0 and <= MaxCountedWords && Array.TrueForAll(words[..end], w => !Vague.Contains(w))
            ? (string.Join(' ', words[..end]), string.Join(' ', words[end..]))
            : null;
    }

    private static bool IsPlural(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' && IsNoun(word);

    /// <summary>Words that the table does not have are nouns.</summary>
    private static bool IsNoun(string word) =>
        Words.GetLemma(word) is var lemma
        && (Words.IsNoun(lemma) || !Words.Contains(lemma))
        && !English.StopWords.Contains(word)
        && !word.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsPast(string word) =>
        char.IsLower(word[0])
        && (
            IrregularForms.English.GetSureBase(word) is { } found
                ? Words.IsVerb(found)
                : word.EndsWith("ed", StringComparison.Ordinal)
                    && Words.GetLemma(word) is var lemma
                    && lemma != word
                    && Words.IsVerb(lemma)
        );

    private static bool IsParticiple(Match match) => IsPast(match.Groups["done"].Value);

    private static bool IsSameInPast(Group done) =>
        done.Value.EndsWith("ed", StringComparison.Ordinal) || SameForms.Contains(done.Value);

    private static bool IsClear(Capture part) => IsClear(part.Value);

    private static bool IsClear(string part) => !Array.Exists(part.Split(' '), Vague.Contains);

    private static bool IsPlace(Match match) =>
        !English.Months.Contains(match.Groups["answer"].Value.Split(' ')[0].ToLowerInvariant());

    private static bool IsOfPerson(Match role) =>
        English.PersonNouns.Contains(role.Groups["noun"].Value) && IsClear(role.Value);

    /// <summary>No quotation, list, aside or heading.</summary>
    [GeneratedRegex("^[A-Z0-9][^\n\"“”«»;:()\\[\\]|*_#<>?!/]*\\.$", Options)]
    private static partial Regex Plain();

    /// <summary>What sites say about themselves.</summary>
    [GeneratedRegex(
        @"\b(cookies?|newsletters?|subscri\w+|copyright|privacy|advertis\w+|rights reserved|website|this (site|page))\b|©",
        Options | RegexOptions.IgnoreCase
    )]
    private static partial Regex Notice();

    [GeneratedRegex(
        $@"^((first|last|finally|officially) )?(?<done>[a-z]+)(?<more>( [^,]*?)?) (in|on) {Date}\b",
        Options
    )]
    private static partial Regex DatedEvent();

    [GeneratedRegex($@"^(?<more>([^,]*? )?)(in|on) {Date}\b", Options)]
    private static partial Regex DatedStart();

    [GeneratedRegex($@"^(?<when>In|On) {Date},? (?<rest>(the |an? |[A-Z])[^,]*)$", Options)]
    private static partial Regex StartingDate();

    [GeneratedRegex($@"^(?<do>[a-z]+( [^,]*?)?) (in|on|by) {Date}\b", Options)]
    private static partial Regex Plan();

    [GeneratedRegex("^(?<done>[a-z]+) by (?<answer>(the |a |an )?[^,]+)", Options)]
    private static partial Regex Agent();

    [GeneratedRegex("^the ([a-z-]+ )*?(?<noun>[a-z]+)( (of|at|for) [^,]+)?$", Options)]
    private static partial Regex Role();

    [GeneratedRegex(
        @"^" + About + @"(?<answer>\d[\d,.]* [a-z]+) (?<how>long|tall|high|wide|deep|old|heavy)\b",
        Options
    )]
    private static partial Regex Measure();

    [GeneratedRegex(
        "^(?<done>located|based|situated|held|born|buried) (in|at|on|near) (the )?(?<answer>[A-Z][^ ,]*( [A-Z][^ ,]*)*)",
        Options
    )]
    private static partial Regex Situation();

    [GeneratedRegex("^(in|at|on|near) [^,]*?(?<answer>[A-Z][^ ,]*( [A-Z][^ ,]*)*)", Options)]
    private static partial Regex Location();

    [GeneratedRegex("^named after (?<answer>[^,]+)", Options)]
    private static partial Regex Eponym();

    [GeneratedRegex("^" + About + Number + " (?<after>[a-z][^,]*)", Options)]
    private static partial Regex CountedPlace();

    [GeneratedRegex("^(in|on|at|along|around|near) ", Options)]
    private static partial Regex PlaceStart();

    [GeneratedRegex(
        "^"
            + About
            + @"(?<answer>([$€£¥]\d|\d[\d,.]* ((thousand|million|billion) )?(euros?|dollars?|pounds?|crowns?|francs?|yen|yuan|rubles?|rupees?|pesos?|cents?)\b)[^,]*)",
        Options
    )]
    private static partial Regex Price();

    /// <summary>A sentence up to its first comma: what it is about, its first finite verb, and what follows.</summary>
    /// <param name="Subject">As it stands inside a sentence.</param>
    /// <param name="Rest">Up to the first comma that is no part of a date.</param>
    /// <param name="IsWhole">True when the sentence has no further part.</param>
    private sealed partial record Clause(string Subject, string Verb, string Rest, bool IsWhole)
    {
        /// <summary>The subject means something by itself and has no verb or clause inside.</summary>
        public bool HasSubject { get; private init; }

        /// <summary>The subject is a name of two or more words.</summary>
        public bool IsName { get; private init; }

        /// <summary>The subject is a number of things.</summary>
        public (string Number, string Noun)? Counted { get; private init; }

        /// <summary>Null when the order of the sentence is not plain.</summary>
        public static Clause? TryParse(string sentence)
        {
            string[] words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int verb =
                words.Length < 2
                    ? -1
                    : Array.FindIndex(
                        words,
                        1,
                        w => PlainVerbs.Contains(w) || (IsPast(w) && !English.SpeechVerbs.Contains(w))
                    );
            if (verb < 1 || verb > MaxSubjectWords || verb == words.Length - 1)
            {
                return null;
            }

            string[] subject = words[..verb];
            string rest = string.Join(' ', words[(verb + 1)..]);
            string clause = ClauseEnd().Match(rest) is { Success: true } end ? rest[..end.Index] : rest;
            bool isArticle = subject[0] is "The" or "A" or "An" or "There";
            string lowered = isArticle ? char.ToLowerInvariant(subject[0][0]) + subject[0][1..] : subject[0];
            return new Clause(
                string.Join(' ', [lowered, .. subject[1..]]),
                words[verb],
                clause,
                clause.Length == rest.Length
            )
            {
                HasSubject = IsSubject(subject),
                IsName =
                    subject.Length is >= 2 and <= MaxNameWords
                    && Array.TrueForAll(subject, w => char.IsUpper(w[0]) && !English.SentenceStarters.Contains(w)),
                Counted =
                    StartingNumber().Match(string.Join(' ', subject)) is { Success: true } counted
                    && SplitCounted(counted.Groups["after"].Value) is { Tail: "" } things
                        ? (counted.Groups["answer"].Value, things.Noun)
                        : null,
            };
        }

        private static bool IsSubject(string[] words)
        {
            bool isArticle = words[0] is "The" or "A" or "An";
            bool startsWell = isArticle
                ? words.Length > 1
                : char.IsUpper(words[0][0])
                    && !English.SentenceStarters.Contains(words[0])
                    && !words[0].EndsWith("ly", StringComparison.Ordinal);
            string last = words[^1];
            bool endsWell = char.IsUpper(last[0]) || IsNoun(last);
            return startsWell
                && endsWell
                && !Array.Exists(words, w => Vague.Contains(w) || w.Contains(',', StringComparison.Ordinal))
                && Enumerable.Range(1, words.Length - 1).All(i => Follows(words[i - 1], words[i]));
        }

        /// <summary>False where a second noun phrase or a verb begins: "hopes the work", "parks open".</summary>
        private static bool Follows(string before, string word)
        {
            if (word is "the" or "a" or "an")
            {
                return Joining.Contains(before);
            }

            bool mayBeVerb =
                char.IsLower(before[0]) && before.EndsWith('s') && !before.EndsWith("ss", StringComparison.Ordinal);
            return !mayBeVerb || Joining.Contains(word);
        }

        [GeneratedRegex(", ([^\\d]|\\d[^\\d])", Options)]
        private static partial Regex ClauseEnd();

        [GeneratedRegex("^" + Number + " (?<after>[a-z].*)", Options)]
        private static partial Regex StartingNumber();
    }
}

/// <summary>A question that a sentence of an article seems to answer.</summary>
/// <param name="Expected">The part of the sentence that answers by itself: a name, a date, a number, a place.</param>
/// <param name="Answer">The sentence, in the article's text.</param>
internal sealed record QuestionCandidate(string Text, string Expected, TextRange Answer)
{
    /// <summary>What it asks for: "When", "How many".</summary>
    public string Kind { get; } =
        Text.StartsWith("How ", StringComparison.Ordinal) ? string.Join(' ', Text.Split(' ')[..2]) : Text.Split(' ')[0];

    /// <summary>True when it names what it asks about, so that it can be understood without an earlier answer.</summary>
    public bool HasName { get; } = Text.Split(' ').Skip(1).Any(word => word.Length > 0 && char.IsUpper(word[0]));
}
