using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>Whether the sentence with a claim's predicate also has its subject.</summary>
/// <param name="Words">The subject.</param>
/// <param name="Share">Share of its weight that the sentence has.</param>
internal sealed record SubjectMatch(string Words, double Share)
{
    private const int MaxSubjectWords = 8;

    public bool IsMissing => Share == 0;

    public bool IsPartial => Share < 0.5;

    /// <summary>
    /// Null when the claim has no subject of its own, no sentence has enough of the predicate, or that sentence starts
    /// with a pronoun.
    /// </summary>
    /// <param name="minPredicate">Minimum weighted share of the predicate that the sentence must have.</param>
    public static SubjectMatch? Find(ClaimAlignment alignment, double minPredicate)
    {
        int verb = FindVerb(alignment.Words);
        double weight = alignment.Words.Take(Math.Max(verb, 0)).Sum(w => w.Weight);
        if (verb < 1 || weight == 0 || WordClasses.IsPronoun(alignment.Words[0]))
        {
            return null;
        }

        (int sentence, double share) = BestSentence(alignment, verb);
        SourceSentence source = alignment.Source.Sentences[sentence];
        bool opensWithPronoun =
            source.EndToken > source.FirstToken && WordClasses.IsPronoun(alignment.SourceWords[source.FirstToken]);
        if (share <= minPredicate || opensWithPronoun)
        {
            return null;
        }

        double held = 0;
        for (int i = 0; i < verb; i++)
        {
            double strength = alignment.InSentence(i, sentence);
            held += alignment.Words[i].Weight * (strength > 0 || !alignment.IsInTitle(i) ? strength : 0.5);
        }

        return new SubjectMatch(string.Join(' ', alignment.Words.Take(verb).Select(w => w.Text)), held / weight);
    }

    /// <summary>The first word that looks like a finite verb; -1 when there is none near the beginning.</summary>
    private static int FindVerb(IReadOnlyList<AnnotatedWord> words)
    {
        for (int i = 1; i < Math.Min(words.Count, MaxSubjectWords); i++)
        {
            if (IsFinite(words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsFinite(AnnotatedWord token)
    {
        if (token.IsCapital || token.IsNumber)
        {
            return false;
        }

        if (token.IsFunction)
        {
            return token.Lower
                is "is"
                    or "are"
                    or "was"
                    or "were"
                    or "has"
                    or "have"
                    or "had"
                    or "will"
                    or "would"
                    or "can"
                    or "could"
                    or "may"
                    or "might"
                    or "does"
                    or "did"
                    or "do"
                    or "should"
                    or "must";
        }

        bool isPast = token.Lower.EndsWith("ed", StringComparison.Ordinal) || token.Lower != token.Lemma;
        return isPast
            && !token.Lower.EndsWith("ing", StringComparison.Ordinal)
            && WordTables.English.IsVerb(token.Lemma)
            && !token.Lower.EndsWith("er", StringComparison.Ordinal)
            && !(
                token.Lower.EndsWith('s')
                && token.Lower == token.Lemma + "s"
                && !token.Lower.EndsWith("ates", StringComparison.Ordinal)
            );
    }

    private static (int Sentence, double Share) BestSentence(ClaimAlignment alignment, int verb)
    {
        (int Sentence, double Share) best = (alignment.Window.First, 0);
        double total = alignment.Words.Skip(verb).Sum(w => w.Weight);
        for (int sentence = 0; total > 0 && sentence < alignment.Source.Sentences.Count; sentence++)
        {
            double held = 0;
            for (int i = verb; i < alignment.Words.Count; i++)
            {
                held += alignment.Words[i].Weight * alignment.InSentence(i, sentence);
            }

            if (held / total > best.Share)
            {
                best = (sentence, held / total);
            }
        }

        return best;
    }
}
