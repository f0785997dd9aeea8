using System.Buffers;

namespace SummitBot.Language.Sentences;

/// <summary>
/// Splits a line of text into sentences. A full stop ends a sentence when white space and a possible sentence start
/// follow, unless the word before it is an abbreviation, an initial, an ordinal or a list number. East Asian stops need no space, and
/// Thai and Lao have spaces in place of stops (<see cref="SpaceEndedSentences"/>). A
/// very long sentence is split at its semicolons: each part makes sense by itself and can be quoted. A table row is one
/// sentence.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// Text without a sentence end is split at white space after this many characters, which limits the size of
    /// passages.
    /// </summary>
    public const int MaxSentenceLength = 2_000;

    /// <summary>A longer sentence is split at its semicolons.</summary>
    public const int LongSentence = 300;

    private const int MinPartLength = 30;

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…。！？｡؟۔।॥။។");
    private static readonly SearchValues<char> UnspacedTerminators = SearchValues.Create("。！？｡။។");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’»›)]}」』）】");
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"'“‘„‚«‹([{¿¡「『（【-–—•");

    /// <summary>The sentences in order, trimmed; together they contain every character except white space.</summary>
    /// <param name="text">The article's plain text.</param>
    /// <param name="line">The part to split; must not contain a line break.</param>
    /// <param name="language">ISO 639-1 code; selects the abbreviations.</param>
    public static IEnumerable<TextRange> Split(string text, TextRange line, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TableRow.TryRead(text.AsSpan(line.Start, line.Length), out _))
        {
            yield return line;
            yield break;
        }

        LanguageProfile profile = LanguageProfiles.For(language);
        int start = SkipWhiteSpace(text, line.Start, line.End);
        int i = start;
        while (i < line.End)
        {
            int found = text.AsSpan(i, line.End - i).IndexOfAny(Terminators);
            if (found < 0)
            {
                break;
            }

            int stop = i + found;
            int end = EndOfStop(text, stop, line.End);
            int next = SkipWhiteSpace(text, end, line.End);
            i = end;
            if (next < line.End && Ends(text, new TextRange(start, line.End), stop, end, next, profile))
            {
                foreach (TextRange piece in Bounded(text, start, end, profile))
                {
                    yield return piece;
                }

                start = next;
                i = next;
            }
        }

        foreach (TextRange piece in Bounded(text, start, line.End, profile))
        {
            yield return piece;
        }
    }

    /// <summary>
    /// One past the sequence of stops, closing quotes and brackets that starts at <paramref name="stop"/>.
    /// </summary>
    private static int EndOfStop(string text, int stop, int end)
    {
        int i = stop + 1;
        while (i < end && Terminators.Contains(text[i]))
        {
            i++;
        }

        while (i < end && Closers.Contains(text[i]))
        {
            i++;
        }

        return SkipNoteMarks(text, i, end);
    }

    /// <summary>Skips footnote marks after a stop: <c>[1][23]</c>.</summary>
    private static int SkipNoteMarks(string text, int from, int end)
    {
        int i = from;
        while (i + 2 < end && text[i] == '[' && char.IsAsciiDigit(text[i + 1]))
        {
            int digits = text.AsSpan(i + 1, end - i - 1).IndexOfAnyExceptInRange('0', '9');
            if (digits < 0 || text[i + 1 + digits] != ']')
            {
                break;
            }

            i += digits + 2;
        }

        return i;
    }

    private static bool Ends(string text, TextRange sentence, int stop, int end, int next, LanguageProfile profile)
    {
        if (UnspacedTerminators.Contains(text[end - 1]) || UnspacedTerminators.Contains(text[stop]))
        {
            return true;
        }

        if (next == end || !CanBegin(text, next))
        {
            return false;
        }

        ReadOnlySpan<char> before = WordBefore(text, sentence.Start, stop);
        if (text[stop] == '.' && end - stop == 1)
        {
            return !IsAbbreviation(text, sentence, before, stop, next, profile);
        }

        return !(text[stop] is '!' or '?' && end - stop > 1 && IsAttribution(text, sentence.End, next, profile));
    }

    private static bool CanBegin(string text, int next)
    {
        char c = text[next];
        char second = next + 1 < text.Length ? text[next + 1] : ' ';

        // ".NET", "iPhone"
        bool isName = (c == '.' || char.IsLower(c)) && char.IsUpper(second);
        return isName
            || char.IsDigit(c)
            || Openers.Contains(c)
            || (char.IsLetter(c) && !char.IsLower(c))
            || char.IsSurrogate(c);
    }

    private static bool IsAbbreviation(
        string text,
        TextRange sentence,
        ReadOnlySpan<char> word,
        int stop,
        int next,
        LanguageProfile profile
    )
    {
        bool isListNumber =
            word.Length is > 0 and <= 3
            && !word.ContainsAnyExceptInRange('0', '9')
            && stop - word.Length == sentence.Start;
        if (isListNumber)
        {
            return true;
        }

        ReadOnlySpan<char> following = WordAt(text, next, sentence.End);
        if (IsOrdinal(text, sentence, word, stop, following, profile))
        {
            return true;
        }

        bool beforeNumber = char.IsDigit(text[next]);
        if (profile.Titles.Contains(word) || (beforeNumber && profile.BeforeNumber.Contains(word)))
        {
            return true;
        }

        bool isInitial = word.Length == 1 && char.IsUpper(word[0]);
        bool isDotted = word.Contains('.') && !word.ContainsAnyInRange('0', '9');
        if (!isInitial && !isDotted && !profile.Abbreviations.Contains(word))
        {
            return false;
        }

        return !profile.SentenceStarters.Contains(following);
    }

    /// <summary>True for <c>19.</c> in the German <c>am 19. August</c> and <c>im 19. Jahrhundert</c>.</summary>
    private static bool IsOrdinal(
        string text,
        TextRange sentence,
        ReadOnlySpan<char> word,
        int stop,
        ReadOnlySpan<char> following,
        LanguageProfile profile
    )
    {
        bool mayBeOrdinal = word.Length is > 0 and <= 3 && !word.ContainsAnyExceptInRange('0', '9');
        if (!mayBeOrdinal || profile.OrdinalLeads.IsEmpty || profile.SentenceStarters.Contains(following))
        {
            return false;
        }

        int space = stop - word.Length;
        while (space > sentence.Start && char.IsWhiteSpace(text[space - 1]))
        {
            space--;
        }

        return profile.Months.Contains(following)
            || profile.OrdinalLeads.Contains(WordBefore(text, sentence.Start, space));
    }

    /// <summary>True when text after a quotation still belongs to it: <c>"Why?" Kim asked.</c></summary>
    private static bool IsAttribution(string text, int end, int next, LanguageProfile profile)
    {
        const int maxWords = 4;
        int i = next;
        for (int words = 0; words < maxWords && i < end; words++)
        {
            ReadOnlySpan<char> word = WordAt(text, i, end);
            if (word.Length == 0)
            {
                return false;
            }

            if (profile.SpeechVerbs.Contains(word))
            {
                return true;
            }

            i = SkipWhiteSpace(text, i + word.Length, end);
        }

        return false;
    }

    private static ReadOnlySpan<char> WordBefore(string text, int from, int stop)
    {
        int i = stop;
        while (i > from && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '’' or '\''))
        {
            i--;
        }

        return text.AsSpan(i, stop - i);
    }

    private static ReadOnlySpan<char> WordAt(string text, int from, int end)
    {
        int i = from;
        while (i < end && char.IsLetterOrDigit(text[i]))
        {
            i++;
        }

        return text.AsSpan(from, i - from);
    }

    private static IEnumerable<TextRange> Bounded(string text, int start, int end, LanguageProfile profile)
    {
        if (SpaceEndedSentences.AreWrittenIn(profile.Language))
        {
            foreach (TextRange clause in SpaceEndedSentences.Split(text, new TextRange(start, end), profile))
            {
                yield return clause;
            }

            yield break;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (end - start > LongSentence && SemicolonIn(text, start, end) is { } semicolon)
        {
            yield return new TextRange(start, semicolon + 1);
            start = SkipWhiteSpace(text, semicolon + 1, end);
        }

        while (end - start > MaxSentenceLength)
        {
            int cut = text.LastIndexOf(' ', start + MaxSentenceLength, MaxSentenceLength);
            cut = cut > start ? cut : start + MaxSentenceLength;
            cut -= char.IsLowSurrogate(text[cut]) ? 1 : 0;
            yield return new TextRange(start, cut);
            start = SkipWhiteSpace(text, cut, end);
        }

        if (end > start)
        {
            yield return new TextRange(start, end);
        }
    }

    /// <summary>The first semicolon with parts of sufficient length on both sides.</summary>
    private static int? SemicolonIn(string text, int start, int end)
    {
        for (int i = start + MinPartLength; i < end - MinPartLength; i++)
        {
            if (text[i] == ';' && char.IsWhiteSpace(text[i + 1]))
            {
                return i;
            }
        }

        return null;
    }

    private static int SkipWhiteSpace(string text, int from, int end)
    {
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}
