using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>Two names around the same verb have changed places, and the verb has the same voice in both.</summary>
internal sealed class RolesReversedCheck() : ClaimCheck("rolesReversed", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 1; i + 1 < alignment.Words.Count; i++)
        {
            AnnotatedWord verb = alignment.Words[i];
            if (
                verb.IsFunction
                || verb.IsName
                || verb.IsNumber
                || alignment.PlaceInWindow(verb.Lemma) is not (>= 0 and int place)
            )
            {
                continue;
            }

            if (
                IsReversedAround(alignment, i, place)
                && IsPassive(alignment.Words, i) == IsPassive(alignment.SourceWords, place)
            )
            {
                return verb.Text;
            }
        }

        return null;
    }

    private const int Near = 5;

    private static bool IsReversedAround(ClaimAlignment alignment, int verb, int place)
    {
        string? before = NameBefore(alignment.Words, verb, 0);
        string? after = NameAfter(alignment.Words, verb, alignment.Words.Count);
        int sentence = alignment.Source.GetSentenceIndex(place);
        SourceSentence source = alignment.Source.Sentences[sentence];
        string? sourceBefore = NameBefore(alignment.SourceWords, place, source.FirstToken);
        string? sourceAfter = NameAfter(alignment.SourceWords, place, source.EndToken);
        return before is not null
            && after is not null
            && before != after
            && before == sourceAfter
            && after == sourceBefore;
    }

    private static string? NameBefore(IReadOnlyList<AnnotatedWord> words, int at, int from)
    {
        for (int i = at - 1; i >= Math.Max(from, at - Near); i--)
        {
            if (words[i].IsName)
            {
                return words[i].Lemma;
            }
        }

        return null;
    }

    private static string? NameAfter(IReadOnlyList<AnnotatedWord> words, int at, int end)
    {
        for (int i = at + 1; i < Math.Min(end, at + Near + 1); i++)
        {
            if (words[i].IsName)
            {
                while (i + 1 < end && words[i + 1].IsName)
                {
                    i++;
                }

                return words[i].Lemma;
            }
        }

        return null;
    }

    private static bool IsPassive(IReadOnlyList<AnnotatedWord> words, int verb) =>
        verb + 1 < words.Count && words.Skip(verb + 1).Take(2).Any(w => w.Lower == "by");
}
