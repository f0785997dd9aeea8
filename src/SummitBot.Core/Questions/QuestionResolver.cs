using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>
/// Resolves follow-ups without a model. A fragment is merged into the previous question. A question that depends on
/// earlier turns gets the content words of the user's earlier questions, with weight .4 and less for older ones, and
/// the most distinctive words of the last answer, with weight .1. Any other question gets the last question's words
/// with weight .2. A question's own words always have weight 1, so that a new subject outweighs the old one.
/// </summary>
public sealed class QuestionResolver(ITermAnalyzer analyzer, ITermStatistics statistics) : IQuestionResolver
{
    private const double FollowUpWeight = 0.4;
    private const double Decay = 0.6;
    private const double AnswerWeight = 0.1;
    private const double OtherQuestionWeight = 0.2;
    private const int AnswerWords = 8;

    public ResolvedQuestion Resolve(
        string question,
        string language,
        IReadOnlyList<ConversationTurn> conversation,
        AccessScope scope
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(conversation);
        if (AcceptedOffer.Resolve(question, conversation) is { } accepted)
        {
            return new ResolvedQuestion(question, accepted, QuestionLanguage.Detect(accepted), [])
            {
                Scope = scope,
                AlreadyAnswered = conversation.LastOrDefault(t => t.Role == Speaker.Assistant)?.Statement,
            };
        }

        LanguageProfile profile = LanguageProfiles.For(language);
        List<string> asked = CompleteQuestions(conversation, profile);
        if (asked.Count == 0)
        {
            return new ResolvedQuestion(question, question, language, []) { Scope = scope };
        }

        string? answered = conversation.LastOrDefault(t => t.Role == Speaker.Assistant)?.Statement;
        if (answered is not null && DoubtedAnswer.IsDoubt(question, profile))
        {
            return new ResolvedQuestion(question, asked[^1], language, [])
            {
                Scope = scope,
                AlreadyAnswered = answered,
                ExcludesAnswered = true,
                IsDoubt = true,
            };
        }

        ChosenReference? chosen = FindChosen(question, conversation, asked, profile);
        RewrittenFollowUp? rewritten = FollowUpRewriter.Rewrite(question, asked[^1], profile);
        string whole = chosen?.Text ?? rewritten?.Text ?? question;
        IReadOnlyList<string> words = Tokenizer.SplitQuestion(whole);
        bool isFollowUp = FollowUpDetector.IsFollowUp(words, profile);
        bool isReplacement = rewritten?.IsReplacement == true;
        var terms = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        if (!isReplacement)
        {
            AddQuestions(terms, asked, isFollowUp, profile);
        }

        if (isFollowUp && !isReplacement && answered is not null)
        {
            AddAnswer(terms, answered, language, profile, scope);
        }

        foreach (string word in words.Concat(Tokenizer.SplitQuestion(chosen?.Other ?? "")))
        {
            terms.Remove(word);
        }

        return new ResolvedQuestion(question, whole, language, [.. terms.Select(t => new WeightedTerm(t.Key, t.Value))])
        {
            Scope = scope,
            AlreadyAnswered = isReplacement || rewritten?.AsksReason == true ? answered : null,
            ExcludesAnswered = rewritten?.AsksReason == true,
            Readings = AmbiguousReference.Find(words, asked[^1], answered, profile),
        };
    }

    /// <summary>The question that we asked back about, read as the user chose; null when there is none.</summary>
    private static ChosenReference? FindChosen(
        string choice,
        IReadOnlyList<ConversationTurn> conversation,
        List<string> asked,
        LanguageProfile profile
    )
    {
        bool isChoice = asked.Count > 1 && conversation[^1].AsksBack;
        return isChoice ? AmbiguousReference.Choose(choice, asked[^1], asked[^2], profile) : null;
    }

    /// <summary>The user's questions, oldest first, fragments among them made whole.</summary>
    private static List<string> CompleteQuestions(IReadOnlyList<ConversationTurn> conversation, LanguageProfile profile)
    {
        var whole = new List<string>();
        foreach (ConversationTurn turn in conversation.Where(t => t.Role == Speaker.User))
        {
            if (whole.Count > 0 && DoubtedAnswer.IsDoubt(turn.Text, profile))
            {
                continue;
            }

            RewrittenFollowUp? rewritten =
                whole.Count == 0 ? null : FollowUpRewriter.Rewrite(turn.Text, whole[^1], profile);
            whole.Add(rewritten?.Text ?? turn.Text);
        }

        return whole;
    }

    private static void AddQuestions(
        Dictionary<string, double> terms,
        IReadOnlyList<string> asked,
        bool isFollowUp,
        LanguageProfile profile
    )
    {
        double weight = isFollowUp ? FollowUpWeight : OtherQuestionWeight;
        foreach (string question in asked.Reverse().Take(isFollowUp ? asked.Count : 1))
        {
            foreach (string word in Tokenizer.SplitQuestion(question).Where(w => !profile.StopWords.Contains(w)))
            {
                terms.TryAdd(word, weight);
            }

            weight *= Decay;
        }
    }

    /// <summary>The words with the largest idf times square root of their count.</summary>
    private void AddAnswer(
        Dictionary<string, double> terms,
        string answer,
        string language,
        LanguageProfile profile,
        AccessScope scope
    )
    {
        double passages = statistics.PassageCount(language, scope);
        IEnumerable<string> best = analyzer
            .Analyze(answer, language)
            .Select(t => (t.Stem, Word: answer[t.Start..t.End]))
            .Where(t => !profile.StopWords.Contains(t.Word))
            .GroupBy(t => t.Stem, StringComparer.Ordinal)
            .OrderByDescending(g =>
                Math.Log(1 + (passages / (statistics.PassageFrequency(g.Key, language, scope) + 0.5)))
                * Math.Sqrt(g.Count())
            )
            .Take(AnswerWords)
            .Select(g => g.First().Word);
        foreach (string word in best)
        {
            terms.TryAdd(word, AnswerWeight);
        }
    }
}
