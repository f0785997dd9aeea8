using SummitBot.Core.Conversations;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Web.Admin;

/// <summary>
/// Groups refused questions by shared words: the word that most ungrouped questions share forms the next group, until
/// no word is in two of them.
/// </summary>
public sealed class RefusalTopics(ITermAnalyzer analyzer)
{
    /// <summary>Only this much of a question is read, because its subject is near the start.</summary>
    private const int MaxCharacters = 300;

    /// <summary>
    /// For a tie, the longer word, which is usually more specific, then alphabetical order, so that reports are stable.
    /// </summary>
    private static readonly Comparer<(int Left, int Length, string Stem)> MostSharedFirst = Comparer<(
        int Left,
        int Length,
        string Stem
    )>.Create(
        (one, other) =>
            (other.Left, other.Length).CompareTo((one.Left, one.Length)) is var order and not 0
                ? order
                : string.CompareOrdinal(one.Stem, other.Stem)
    );

    /// <summary>Largest group first; last, if there are any, the questions that share no word.</summary>
    public IReadOnlyList<RefusalTopic> Group(IReadOnlyList<AnsweredTurn> refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        TokenizedTurn[] turns = [.. refused.Select(Words)];
        Dictionary<string, SharedWord> shared = CountWords(turns);
        var queue = new PriorityQueue<SharedWord, (int, int, string)>(MostSharedFirst);
        queue.EnqueueRange(shared.Values.Where(w => w.Left > 1).Select(w => (w, w.Rank)));
        var topics = new List<RefusalTopic>();
        while (queue.TryDequeue(out SharedWord? word, out (int Left, int, string) rank))
        {
            if (rank.Left == word.Left)
            {
                topics.Add(Take(word, shared));
            }
            else if (word.Left > 1)
            {
                // Other groups have taken some of its questions since it was queued.
                queue.Enqueue(word, word.Rank);
            }
        }

        AnsweredTurn[] left = [.. turns.Where(t => !t.IsGrouped).Select(t => t.Turn)];
        return left.Length == 0 ? topics : [.. topics, new RefusalTopic(null, left)];
    }

    private static Dictionary<string, SharedWord> CountWords(IEnumerable<TokenizedTurn> turns)
    {
        var shared = new Dictionary<string, SharedWord>(StringComparer.Ordinal);
        foreach (TokenizedTurn turn in turns)
        {
            foreach (string stem in turn.Words.Keys)
            {
                if (!shared.TryGetValue(stem, out SharedWord? word))
                {
                    shared.Add(stem, word = new SharedWord(stem));
                }

                word.Turns.Add(turn);
                word.Left++;
            }
        }

        return shared;
    }

    /// <summary>The questions with the word that are not in another group yet.</summary>
    private static RefusalTopic Take(SharedWord word, Dictionary<string, SharedWord> shared)
    {
        TokenizedTurn[] group = [.. word.Turns.Where(t => !t.IsGrouped)];
        foreach (TokenizedTurn turn in group)
        {
            turn.IsGrouped = true;
            foreach (string stem in turn.Words.Keys)
            {
                shared[stem].Left--;
            }
        }

        return new RefusalTopic(group[0].Words[word.Stem], [.. group.Select(g => g.Turn)]);
    }

    private TokenizedTurn Words(AnsweredTurn turn)
    {
        string asked = turn.Answer.Question;
        string question = asked[..Math.Min(asked.Length, MaxCharacters)];
        string language = QuestionLanguage.Detect(question);
        WordSet stopWords = LanguageProfiles.For(language).StopWords;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Term term in analyzer.Analyze(question, language))
        {
            string word = question[term.Start..term.End];
            // The last word may be truncated.
            if (term.End < MaxCharacters && word.Length > 1 && !stopWords.Contains(word))
            {
                words.TryAdd(term.Stem, word);
            }
        }

        return new TokenizedTurn(turn, words);
    }

    /// <param name="words">The content words by their stems.</param>
    private sealed class TokenizedTurn(AnsweredTurn turn, IReadOnlyDictionary<string, string> words)
    {
        public AnsweredTurn Turn { get; } = turn;

        public IReadOnlyDictionary<string, string> Words { get; } = words;

        public bool IsGrouped { get; set; }
    }

    /// <summary>A word with the questions that have it.</summary>
    private sealed class SharedWord(string stem)
    {
        public string Stem { get; } = stem;

        public List<TokenizedTurn> Turns { get; } = [];

        /// <summary>The number of its questions that are in no group yet.</summary>
        public int Left { get; set; }

        public (int Left, int Length, string Stem) Rank => (Left, Stem.Length, Stem);
    }
}

/// <summary>Refused questions that share a word: a possible gap in the corpus.</summary>
/// <param name="Word">As written in the newest of them; null for questions that share no word with another.</param>
/// <param name="Turns">Newest first.</param>
public sealed record RefusalTopic(string? Word, IReadOnlyList<AnsweredTurn> Turns);
