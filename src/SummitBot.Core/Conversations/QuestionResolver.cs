using SummitBot.Core.Languages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Conversations;

/// <summary>
/// Resolves follow-ups without a model. A question that leans on earlier turns takes along the content words of the user's
/// earlier questions, weighing .4 and less the older they are, and the most telling words of the last answer, weighing
/// .1; any other question takes along the last question's words, weighing .2. A word's own question always weighs 1, so
/// that a new subject is not drowned by the old.
/// </summary>
public sealed class QuestionResolver(ITermAnalyzer analyzer, ITermStatistics statistics) : IQuestionResolver
{
    private const double LeaningWeight = 0.4;
    private const double Decay = 0.6;
    private const double AnswerWeight = 0.1;
    private const double StandAloneWeight = 0.2;
    private const int AnswerWords = 8;

    public ResolvedQuestion Resolve(string question, IReadOnlyList<ConversationTurn> conversation)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(conversation);
        string language = QuestionLanguage.Detect(question);
        LanguageProfile profile = LanguageProfiles.For(language);
        if (!conversation.Any(t => t.Role == Speaker.User))
        {
            return new ResolvedQuestion(question, question, language, []);
        }

        IReadOnlyList<string> words = QuestionWords.Of(question);
        bool leans = ContextDependence.Leans(words, profile);
        var terms = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        AddQuestions(terms, conversation, leans, profile);
        if (leans && conversation.LastOrDefault(t => t.Role == Speaker.Assistant) is { } answer)
        {
            AddAnswer(terms, answer.Text, language, profile);
        }

        foreach (string word in words)
        {
            terms.Remove(word);
        }

        return new ResolvedQuestion(
            question,
            question,
            language,
            [.. terms.Select(t => new WeightedTerm(t.Key, t.Value))]
        );
    }

    private static void AddQuestions(
        Dictionary<string, double> terms,
        IReadOnlyList<ConversationTurn> conversation,
        bool leans,
        LanguageProfile profile
    )
    {
        double weight = leans ? LeaningWeight : StandAloneWeight;
        IEnumerable<ConversationTurn> asked = conversation.Where(t => t.Role == Speaker.User).Reverse();
        foreach (ConversationTurn turn in leans ? asked : asked.Take(1))
        {
            foreach (string word in QuestionWords.Of(turn.Text).Where(w => !profile.StopWords.Contains(w)))
            {
                terms.TryAdd(word, weight);
            }

            weight *= Decay;
        }
    }

    /// <summary>The words with the largest idf times square root of their count.</summary>
    private void AddAnswer(Dictionary<string, double> terms, string answer, string language, LanguageProfile profile)
    {
        double passages = statistics.PassageCount(language);
        IEnumerable<string> best = analyzer
            .Analyze(answer, language)
            .Select(t => (t.Stem, Word: answer[t.Start..t.End]))
            .Where(t => !profile.StopWords.Contains(t.Word))
            .GroupBy(t => t.Stem, StringComparer.Ordinal)
            .OrderByDescending(g =>
                Math.Log(1 + (passages / (statistics.PassageFrequency(g.Key, language) + 0.5))) * Math.Sqrt(g.Count())
            )
            .Take(AnswerWords)
            .Select(g => g.First().Word);
        foreach (string word in best)
        {
            terms.TryAdd(word, AnswerWeight);
        }
    }
}
