using System.Buffers;
using System.Collections.Frozen;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// The small talk of one language. An utterance is small talk only when expressions cover it from the first word to the
/// last: "Hi, thanks!" is, "Hi, why did he come?" is not. So a real question is never treated as small talk.
/// </summary>
internal sealed class SmallTalkGrammar
{
    /// <summary>Longer utterances are questions, and each token costs time.</summary>
    private const int MaxTokens = 64;

    /// <summary>Inside a gap these mean that two things were asked, which makes it a question.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create("?!？！؟\n");

    private readonly string _language;
    private readonly FrozenDictionary<string, SmallTalkIntent?> _expressions;
    private readonly SlotPattern[] _patterns;
    private readonly int _longest;

    public SmallTalkGrammar(string language)
    {
        _language = language;
        SmallTalkExpressions lists = SmallTalkExpressions.For(language);
        var expressions = new Dictionary<string, SmallTalkIntent?>(StringComparer.Ordinal);
        Add(expressions, lists.Fillers, null);
        Add(expressions, lists.Greetings, SmallTalkIntent.Greeting);
        Add(expressions, lists.Thanks, SmallTalkIntent.Thanks);
        Add(expressions, lists.Goodbyes, SmallTalkIntent.Goodbye);
        Add(expressions, lists.Identity, SmallTalkIntent.Identity);
        Add(expressions, lists.Help, SmallTalkIntent.Help);
        Add(expressions, lists.ArticleLists, SmallTalkIntent.ArticleList);
        Add(expressions, lists.LatestNews, SmallTalkIntent.LatestNews);
        Add(expressions, lists.OldestArticles, SmallTalkIntent.OldestArticles);
        _expressions = expressions.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = expressions.Keys.Max(k => k.Count(c => c == ' ') + 1);
        _patterns =
        [
            .. Patterns(lists.ArticlesOn, SmallTalkIntent.ArticlesOn)
                .Concat(Patterns(lists.ArticlesBy, SmallTalkIntent.ArticlesBy))
                .Concat(Patterns(lists.Authors, SmallTalkIntent.Author))
                .Concat(Patterns(lists.Summaries, SmallTalkIntent.Summary))
                .Concat(Patterns(lists.TopicSummaries, SmallTalkIntent.TopicSummary))
                .OrderByDescending(p => p.Before.Length + p.After.Length),
        ];
    }

    /// <summary>The user's request; null when it is not small talk of this language.</summary>
    public SmallTalkRequest? Read(string text, IReadOnlyList<Word> tokens)
    {
        if (tokens.Count is 0 or > MaxTokens)
        {
            return null;
        }

        SmallTalkIntent?[] best = new SmallTalkIntent?[tokens.Count + 1];
        bool[] reached = Cover(tokens, best);
        return reached[^1]
            ? best[^1] is { } intent
                ? new SmallTalkRequest(intent, _language)
                : null
            : ReadPattern(text, tokens, reached);
    }

    private static void Add(
        Dictionary<string, SmallTalkIntent?> expressions,
        IEnumerable<string> texts,
        SmallTalkIntent? intent
    )
    {
        foreach (string text in texts.SelectMany(ExpressionAlternatives.Expand))
        {
            expressions[string.Join(' ', Tokenizer.GetStems(text))] = intent;
        }
    }

    private static IEnumerable<SlotPattern> Patterns(IEnumerable<string> texts, SmallTalkIntent intent) =>
        texts.SelectMany(ExpressionAlternatives.Expand).Select(text => SlotPattern.Parse(intent, text));

    /// <summary>
    /// Marks the tokens up to which the utterance consists of expressions, and finds the most important intent among
    /// them.
    /// </summary>
    private bool[] Cover(IReadOnlyList<Word> tokens, SmallTalkIntent?[] best)
    {
        bool[] reached = new bool[tokens.Count + 1];
        reached[0] = true;
        for (int start = 0; start < tokens.Count; start++)
        {
            for (int end = start + 1; reached[start] && end <= Math.Min(tokens.Count, start + _longest); end++)
            {
                if (_expressions.TryGetValue(Join(tokens, start, end), out SmallTalkIntent? intent))
                {
                    reached[end] = true;
                    best[end] = Weightier(best[end], Weightier(best[start], intent));
                }
            }
        }

        return reached;
    }

    private SmallTalkRequest? ReadPattern(string text, IReadOnlyList<Word> tokens, bool[] reached)
    {
        int end = EndBeforeFillers(tokens);
        foreach (SlotPattern pattern in _patterns)
        {
            for (int start = 0; start < end; start++)
            {
                if (reached[start] && pattern.TryMatch(tokens, start, end, out (int First, int Last)? gap))
                {
                    string subject = text[tokens[gap.Value.First].Start..tokens[gap.Value.Last].End];
                    return subject.AsSpan().ContainsAny(Breaks)
                        ? null
                        : new SmallTalkRequest(pattern.Intent, _language, subject);
                }
            }
        }

        return null;
    }

    /// <summary>The end of the utterance without a trailing "please" or "thanks".</summary>
    private int EndBeforeFillers(IReadOnlyList<Word> tokens)
    {
        bool[] isTail = new bool[tokens.Count + 1];
        isTail[^1] = true;
        int first = tokens.Count;
        for (int start = tokens.Count - 1; start > 0 && start >= first - _longest; start--)
        {
            isTail[start] = Enumerable
                .Range(start + 1, Math.Min(_longest, tokens.Count - start))
                .Any(end => isTail[end] && IsFiller(Join(tokens, start, end)));
            first = isTail[start] ? start : first;
        }

        return first;
    }

    private bool IsFiller(string text) =>
        _expressions.TryGetValue(text, out SmallTalkIntent? intent) && (intent is null or SmallTalkIntent.Thanks);

    private static SmallTalkIntent? Weightier(SmallTalkIntent? one, SmallTalkIntent? other) =>
        one is null ? other
        : other is null ? one
        : (SmallTalkIntent)Math.Max((int)one, (int)other);

    private static string Join(IReadOnlyList<Word> tokens, int start, int end) =>
        string.Join(' ', Enumerable.Range(start, end - start).Select(i => tokens[i].Stem));
}
