using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>Finds the sentence without which another one does not say of whom it speaks.</summary>
internal static class SubjectSentence
{
    /// <summary>A subject stands among so many first words: "In 2019, however, she".</summary>
    private const int SubjectReach = 5;

    /// <summary>Sentences that may lie between a name and its pronoun.</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> Persons = new(StringComparer.Ordinal) { "he", "she", "they" };

    private static readonly HashSet<string> FirstWords = new(StringComparer.Ordinal)
    {
        "he",
        "she",
        "they",
        "it",
        "his",
        "her",
        "their",
        "its",
        "this",
        "these",
        "those",
    };

    /// <summary>
    /// The nearest sentence before it that names its subject, where it says only "she", or "the ministry"; else null.
    /// </summary>
    public static CandidateSentence? Find(CandidateSentence sentence)
    {
        Word? noun = ShortReferenceIn(sentence);
        if (noun is null && !DependsOnPrevious(sentence))
        {
            return null;
        }

        CandidateSentence? before = sentence.Previous;
        for (int i = 0; i < Reach && before is not null; i++)
        {
            bool isNamed = noun is { } word
                ? before.Words.Any(w => w.IsCapitalised && w.Stem == word.Stem) && NamesSomething(before)
                : NamesSomething(before) && !DependsOnPrevious(before);
            if (isNamed)
            {
                return before;
            }

            before = before.Previous;
        }

        return null;
    }

    /// <summary>The noun of "The ministry ...", where no name follows soon; else null.</summary>
    private static Word? ShortReferenceIn(CandidateSentence sentence) =>
        sentence.Words.Count > 1
        && sentence.Words[0].Form == "the"
        && !sentence.Words.Skip(1).Take(SubjectReach).Any(w => w.IsCapitalised)
            ? sentence.Words[1]
            : null;

    private static bool DependsOnPrevious(CandidateSentence sentence) =>
        (FirstWords.Contains(sentence.Words[0].Form) || sentence.Words.Take(SubjectReach).Any(IsPerson))
        && !sentence.Words.Take(SubjectReach).TakeWhile(w => !IsPerson(w)).Skip(1).Any(w => w.IsCapitalised);

    private static bool IsPerson(Word word) => Persons.Contains(word.Form);

    /// <summary>A question names something too, but says nothing of it.</summary>
    private static bool NamesSomething(CandidateSentence sentence) =>
        !sentence.Text.TrimEnd().EndsWith('?')
        && sentence.Mentions.Any(m => m.Kind is MentionKind.Name or MentionKind.Place);
}
