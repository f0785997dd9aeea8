using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Finds the person who did what the question asks about: the name before its verb, or after <c>by</c>.
/// </summary>
internal static class PersonAnswer
{
    /// <summary>Null when the sentence is built differently or names more than one person.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        LanguageProfile profile = question.Profile;
        if (!question.Words.Any(w => profile.ShortAnswers.PersonAskingWords.Contains(w.Form)))
        {
            return null;
        }

        Mention[] names = [.. Names(question, sentence)];
        Mention[] agents = [.. names.Where(n => IsBehindAgentMarker(n, sentence, profile))];
        if (agents.Length > 0)
        {
            return
                agents is [var agent]
                && FollowsAskedWord(agent, question, sentence)
                && NameRecognizer.StandsAlone(agent, sentence, profile)
                ? NameRecognizer.GetSpan(agent, sentence, profile)
                : null;
        }

        Mention[] subjects = AskedVerb(question) is { } verb
            ? [.. names.Where(n => IsSubjectOf(verb, n, sentence, profile))]
            : [];
        return subjects is [var subject]
            ? new Span(sentence.Words[subject.First].Start, sentence.Words[subject.Last].BareEnd)
            : null;
    }

    /// <summary>
    /// Names of the sentence that share no word with the question; the first word of the sentence counts if it could be
    /// a name.
    /// </summary>
    private static IEnumerable<Mention> Names(AnalyzedQuestion question, CandidateSentence sentence)
    {
        IEnumerable<Mention> names = sentence.Mentions.Where(m =>
            m is { Kind: MentionKind.Name or MentionKind.Place, IsPossessive: false }
        );
        Word first = sentence.Words[0];
        bool couldBeName =
            first is { IsCapitalised: true, IsPossessive: false }
            && !question.Profile.StopWords.Contains(first.Form)
            && !sentence.Mentions.Any(m => m.First == 0);
        return (couldBeName ? names.Prepend(new Mention(MentionKind.Name, 0, 0)) : names).Where(n =>
            !Enumerable.Range(n.First, n.Last - n.First + 1).Any(i => question.Stems.Contains(sentence.Words[i].Stem))
        );
    }

    private static bool IsBehindAgentMarker(Mention name, CandidateSentence sentence, LanguageProfile profile) =>
        WordBefore(name, sentence, profile) is { } marker
        && profile.ShortAnswers.AgentMarkers.Contains(sentence.Words[marker].Form);

    private static bool FollowsAskedWord(Mention agent, AnalyzedQuestion question, CandidateSentence sentence) =>
        WordBefore(agent, sentence, question.Profile) is > 0 and { } marker
        && question.Terms.Any(t => t.Word.Stem == sentence.Words[marker - 1].Stem);

    /// <summary>The word before a name and its grammatical article.</summary>
    private static int? WordBefore(Mention name, CandidateSentence sentence, LanguageProfile profile)
    {
        int i = name.First - 1;
        bool isArticle = i > 0 && profile.ShortAnswers.Articles.Contains(sentence.Words[i].Form);
        i -= isArticle ? 1 : 0;
        return i >= 0 ? i : null;
    }

    /// <summary>The verb of "who" plus verb; null when the question asks for someone other than the subject.</summary>
    private static Word? AskedVerb(AnalyzedQuestion question)
    {
        LanguageProfile profile = question.Profile;
        bool asksForSubject =
            question.Words.Count > 1
            && profile.ShortAnswers.PersonAskingWords.Contains(question.Words[0].Form)
            && !profile.ShortAnswers.SupportVerbs.Contains(question.Words[1].Form);
        return asksForSubject
            ? question
                .Words.Skip(1)
                .Where(w => !profile.StopWords.Contains(w.Form))
                .Select(w => (Word?)w)
                .FirstOrDefault()
            : null;
    }

    private static bool IsSubjectOf(Word verb, Mention name, CandidateSentence sentence, LanguageProfile profile)
    {
        int i = name.Last + 1;
        while (i < sentence.Words.Count && profile.ShortAnswers.Auxiliaries.Contains(sentence.Words[i].Form))
        {
            i++;
        }

        return i < sentence.Words.Count && sentence.Words[i].Stem == verb.Stem;
    }
}
