using SummitBot.Groundedness.Sources;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness.Alignment;

/// <summary>A claim with the nearest window of a source, aligned word by word; the input of every check.</summary>
internal sealed class ClaimAlignment
{
    private readonly IReadOnlyList<TokenMatch>[] _matches;
    private readonly IEnumerable<SourceText> _others;

    private ClaimAlignment(
        Claim claim,
        SourceText source,
        IReadOnlyList<TokenMatch>[] matches,
        SourceWindow window,
        IEnumerable<SourceText> others
    )
    {
        _others = others;
        Claim = claim;
        Source = source;
        Window = window;
        _matches = matches;
        Alignment = new WordAlignment(claim.Tokens, matches, window.FirstToken, window.EndToken);
        Slots = [.. Alignment.Slots.Select(CutAtEnds)];
    }

    public Claim Claim { get; }

    public SourceText Source { get; }

    public SourceWindow Window { get; }

    public WordAlignment Alignment { get; }

    public IReadOnlyList<AnnotatedWord> Words => Claim.Tokens;

    public IReadOnlyList<AnnotatedWord> SourceWords => Source.Tokens;

    /// <summary>The gaps of the alignment; those at its ends are reduced to what the claim could stand for.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The gaps between two aligned words.</summary>
    public IEnumerable<Slot> InnerSlots =>
        Alignment.Slots.Where(s =>
            s.SourceStart > Alignment.FirstPlace && s.SourceEnd <= Alignment.LastPlace && Alignment.FirstPlace >= 0
        );

    /// <summary>The words of the claim that match nothing in the window.</summary>
    public string UnmatchedWords =>
        string.Join(' ', Words.Where((w, i) => w.IsContent && InWindow(i) == 0).Select(w => w.Text));

    public TextRange Range => Source.GetRange(Window.First, Window.Last);

    /// <summary>
    /// The claim aligned with the one sentence of a longer window that it repeats most of, because in the window a word
    /// may be aligned with a neighbouring sentence; null when the window is one sentence or the claim repeats none.
    /// </summary>
    public ClaimAlignment? OnOneSentence()
    {
        const double minRun = 0.4;
        if (Window.First == Window.Last)
        {
            return null;
        }

        return Enumerable
            .Range(Window.First, Window.Last - Window.First + 1)
            .Select(s => new ClaimAlignment(Claim, Source, _matches, Window.OnlySentence(s, Source), _others))
            .Where(c => c.Alignment.LongestRun >= minRun)
            .MaxBy(c => c.Alignment.LongestRun);
    }

    /// <summary>Null when no word of the claim is in the source.</summary>
    /// <param name="others">Further sources, searched for words that this one lacks.</param>
    public static ClaimAlignment? Create(Claim claim, SourceText source, IEnumerable<SourceText> others)
    {
        bool isEnglish = source.IsEnglish;
        var matches = new IReadOnlyList<TokenMatch>[claim.Tokens.Count];
        for (int i = 0; i < matches.Length; i++)
        {
            matches[i] = MatchStrength.Find(claim.Tokens, i, source, isEnglish);
        }

        return SourceWindow.Best(claim.Tokens, matches, source) is { } window
            ? new ClaimAlignment(claim, source, matches, window, others)
            : null;
    }

    /// <summary>How well any token of the passage matches a word of the claim, 0 to 1.</summary>
    public double InPassage(int word) => Best(word, 0, Source.Tokens.Count);

    /// <summary>How well any token of the window matches a word of the claim, 0 to 1.</summary>
    public double InWindow(int word) => Best(word, Window.FirstToken, Window.EndToken);

    /// <summary>How well any token of a sentence matches a word of the claim, 0 to 1.</summary>
    public double InSentence(int word, int sentence) =>
        Best(word, Source.Sentences[sentence].FirstToken, Source.Sentences[sentence].EndToken);

    /// <summary>True when no token of this or any other source matches a word of the claim.</summary>
    public bool IsNowhere(int word) =>
        InPassage(word) == 0
        && !IsInTitle(word)
        && !_others.Any(o =>
            o.TitleWords.Contains(Words[word].Lemma) || MatchStrength.Find(Words, word, o, o.IsEnglish).Count > 0
        );

    public bool IsInTitle(int word) => Source.TitleWords.Contains(Words[word].Lemma);

    /// <summary>The token of the window with a base form; -1 when there is none.</summary>
    public int PlaceInWindow(string lemma)
    {
        foreach (int place in Source.FindPositions(lemma))
        {
            if (place >= Window.FirstToken && place < Window.EndToken)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>How often the window has a base form.</summary>
    public int CountInWindow(string lemma) =>
        Source.FindPositions(lemma).Count(place => place >= Window.FirstToken && place < Window.EndToken);

    /// <summary>True when the window has a token of the given kind between the two bounds.</summary>
    public bool WindowHas(Func<AnnotatedWord, bool> kind, int from, int end)
    {
        for (int i = Math.Max(from, Window.FirstToken); i < Math.Min(end, Window.EndToken); i++)
        {
            if (kind(SourceWords[i]))
            {
                return true;
            }
        }

        return false;
    }

    public bool WindowHas(Func<AnnotatedWord, bool> kind) => WindowHas(kind, Window.FirstToken, Window.EndToken);

    /// <summary>The words of the claim without an aligned token.</summary>
    public IEnumerable<AnnotatedWord> NewWords => Words.Where((_, i) => !Alignment.IsAligned(i));

    /// <summary>True when the window has an unaligned token of the given kind between the two bounds.</summary>
    public bool UnmatchedHas(Func<AnnotatedWord, bool> kind, int from, int end)
    {
        for (int i = Math.Max(from, Window.FirstToken); i < Math.Min(end, Window.EndToken); i++)
        {
            if (kind(SourceWords[i]) && !Alignment.Uses(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when there is an unaligned token of the given kind between the first and the last aligned one.
    /// </summary>
    public bool SpanHasUnmatched(Func<AnnotatedWord, bool> kind) =>
        Alignment.FirstPlace >= 0 && UnmatchedHas(kind, Alignment.FirstPlace, Alignment.LastPlace + 1);

    /// <summary>The words of the claim in a gap with one neighbour on either side.</summary>
    public string WordsAround(Slot slot) =>
        GetWords(
            slot with
            {
                ClaimStart = Math.Max(0, slot.ClaimStart - 1),
                ClaimEnd = Math.Min(Words.Count, slot.ClaimEnd + 1),
            }
        );

    /// <summary>The first word of the claim in a gap that is of the given kind.</summary>
    public AnnotatedWord? Find(Slot slot, Func<AnnotatedWord, bool> kind) =>
        First(Words, slot.ClaimStart, slot.ClaimEnd, kind);

    /// <summary>The first token of the source in a gap that is of the given kind.</summary>
    public AnnotatedWord? FindInSource(Slot slot, Func<AnnotatedWord, bool> kind) =>
        First(SourceWords, slot.SourceStart, slot.SourceEnd, kind);

    /// <summary>The content words of the claim in a gap, by index.</summary>
    public IEnumerable<int> GetContent(Slot slot) =>
        Enumerable.Range(slot.ClaimStart, slot.ClaimLength).Where(i => Words[i].IsContent);

    /// <summary>The content tokens of the source in a gap, by index.</summary>
    public IEnumerable<int> GetSourceContent(Slot slot) =>
        Enumerable.Range(slot.SourceStart, slot.SourceLength).Where(i => SourceWords[i].IsContent);

    public string GetWords(Slot slot) =>
        string.Join(' ', Words.Skip(slot.ClaimStart).Take(slot.ClaimLength).Select(w => w.Text));

    /// <summary>True when the two words before a gap, or the two after it, are exactly the same in the source.</summary>
    public bool IsBesideSameWords(Slot slot) =>
        AreSame(slot.ClaimStart - 1, slot.SourceStart - 1, -1) || AreSame(slot.ClaimEnd, slot.SourceEnd, 1);

    private bool AreSame(int word, int place, int step)
    {
        const int neighbours = 2;
        for (int n = 0; n < neighbours; n++, word += step, place += step)
        {
            bool isInside = word >= 0 && word < Words.Count;
            if (!isInside || Alignment.GetPlace(word) != place || Alignment.GetStrength(word) < 1)
            {
                return n > 0 && !isInside;
            }
        }

        return true;
    }

    private Slot CutAtEnds(Slot slot)
    {
        const int slack = 3;
        int max = slot.ClaimLength + slack;
        if (slot.SourceLength <= max)
        {
            return slot;
        }

        if (slot.ClaimStart == 0)
        {
            return slot with { SourceStart = slot.SourceEnd - max };
        }

        return slot.ClaimEnd == Words.Count ? slot with { SourceEnd = slot.SourceStart + max } : slot;
    }

    private static AnnotatedWord? First(
        IReadOnlyList<AnnotatedWord> tokens,
        int from,
        int end,
        Func<AnnotatedWord, bool> kind
    )
    {
        for (int i = from; i < end; i++)
        {
            if (kind(tokens[i]))
            {
                return tokens[i];
            }
        }

        return null;
    }

    private double Best(int word, int from, int end)
    {
        double best = 0;
        foreach (TokenMatch match in _matches[word])
        {
            if (match.Place >= from && match.Place < end && match.Strength > best)
            {
                best = match.Strength;
            }
        }

        return best;
    }
}

/// <summary>A claim, split into tokens.</summary>
internal sealed class Claim(string text, string language)
{
    public string Text { get; } = text;

    /// <summary>See <see cref="TextNormalizer"/>.</summary>
    public string Plain { get; } = TextNormalizer.Normalize(text);

    public IReadOnlyList<AnnotatedWord> Tokens { get; } = WordAnnotator.Annotate(text, language);
}
