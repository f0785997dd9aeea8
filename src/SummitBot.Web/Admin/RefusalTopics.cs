using SummitBot.Core.Conversations;
using SummitBot.Core.Languages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Web.Admin;

/// <summary>
/// Groups refused questions by the words they share: the word that most of the questions not grouped yet share makes the
/// next group, until no word is in two of them.
/// </summary>
public sealed class RefusalTopics(ITermAnalyzer analyzer)
{
    /// <summary>The largest group first; last, if there are any, the questions that share no word.</summary>
    public IReadOnlyList<RefusalTopic> Group(IReadOnlyList<AnsweredTurn> refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        List<WordedTurn> left = [.. refused.Select(Words)];
        var topics = new List<RefusalTopic>();
        while (MostShared(left) is { } stem)
        {
            List<WordedTurn> group = left.FindAll(t => t.Words.ContainsKey(stem));
            left.RemoveAll(t => t.Words.ContainsKey(stem));
            topics.Add(new RefusalTopic(group[0].Words[stem], [.. group.Select(g => g.Turn)]));
        }

        if (left.Count > 0)
        {
            topics.Add(new RefusalTopic(null, [.. left.Select(t => t.Turn)]));
        }

        return topics;
    }

    /// <summary>On a tie the longer word, which mostly says more, and then the first by letters, so that reports do not flicker.</summary>
    private static string? MostShared(IReadOnlyList<WordedTurn> turns) =>
        turns
            .SelectMany(t => t.Words.Keys)
            .GroupBy(stem => stem, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;

    private WordedTurn Words(AnsweredTurn turn)
    {
        string question = turn.Answer.Question;
        string language = QuestionLanguage.Detect(question);
        WordSet stopWords = LanguageProfiles.For(language).StopWords;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Term term in analyzer.Analyze(question, language))
        {
            string word = question[term.Start..term.End];
            if (word.Length > 1 && !stopWords.Contains(word))
            {
                words.TryAdd(term.Stem, word);
            }
        }

        return new WordedTurn(turn, words);
    }

    /// <param name="Words">The words that carry meaning, by their stems.</param>
    private sealed record WordedTurn(AnsweredTurn Turn, IReadOnlyDictionary<string, string> Words);
}
