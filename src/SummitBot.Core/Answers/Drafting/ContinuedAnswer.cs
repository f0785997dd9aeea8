using SummitBot.Core.Models;
using SummitBot.Language;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>
/// The answer in a channel that cannot take back the sentences of a model that it has shown, when the whole answer is
/// another one: it begins with those sentences, for each has passed the gate by itself, and goes on with what the other
/// answer adds to them.
/// </summary>
public static class ContinuedAnswer
{
    /// <param name="shown">The last answer that was shown in part.</param>
    /// <param name="answer">The whole answer; a refusal adds nothing.</param>
    /// <returns>
    /// An answer whose text begins with that of <paramref name="shown"/>. It may have more sentences than were asked for.
    /// </returns>
    public static Answer Create(Answer shown, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(answer);
        List<AnswerSentence> sentences = [.. shown.Sentences];
        List<Citation> citations = [.. shown.Citations];
        Dictionary<int, Citation> others = answer.Citations.ToDictionary(c => c.Number);
        foreach (AnswerSentence sentence in answer.Outcome == AnswerOutcome.Answered ? answer.Sentences : [])
        {
            Citation[] cited = [.. sentence.Citations.Select(n => others[n])];
            if (!cited.All(c => shown.Citations.Any(s => IsSamePlace(s, c))))
            {
                sentences.Add(
                    sentence with
                    {
                        Citations = [.. cited.Select(c => GetOrAddNumber(c, citations)).Distinct()],
                    }
                );
            }
        }

        // A whole draft of which too little stands was not broken off; then the text says what is amiss.
        bool isUnsupported = answer.ModelError == ModelError.Unsupported;
        string text = AnswerText.From(sentences);
        return answer with
        {
            Outcome = AnswerOutcome.Answered,
            Text = isUnsupported ? $"{text} {Phrases.For(answer.Language).PartLeftOut}" : text,
            Lead = null,
            Sentences = sentences,
            Citations = citations,
            ShortAnswer = null,
            Closest = [],
            Writer = shown.Writer,
            ModelError = isUnsupported ? null : answer.ModelError,
        };
    }

    private static int GetOrAddNumber(Citation citation, List<Citation> citations)
    {
        Citation? known = citations.Find(c => c.Article.Id == citation.Article.Id && c.Range == citation.Range);
        if (known is null)
        {
            known = citation with { Number = citations.Count + 1 };
            citations.Add(known);
        }

        return known.Number;
    }

    private static bool IsSamePlace(Citation one, Citation other) =>
        one.Article.Id == other.Article.Id && one.Range.Overlaps(other.Range);
}
