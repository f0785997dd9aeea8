using System.Collections;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion;

/// <summary>
/// Limits the number of different words of an article: the index keeps a list for each of them in memory until the
/// article is written.
/// </summary>
internal static class VocabularyLimit
{
    /// <summary>A library of books has fewer.</summary>
    private const int MaxWords = 800_000;

    /// <summary>A shorter text cannot have so many.</summary>
    private const int MinLength = MaxWords;

    /// <summary>Each word sets one of 2^24 bits; so few of them coincide that the bits are as good as the words.</summary>
    private const int BitsLog2 = 24;

    /// <summary>From here on, scripts are written without spaces: two neighbours count as a word.</summary>
    private const char FirstWithoutSpaces = '\u2E80';

    /// <exception cref="ArticleReadException">It has too many different words.</exception>
    public static void Check(string text)
    {
        if (text.Length < MinLength)
        {
            return;
        }

        var seen = new BitArray(1 << BitsLog2);
        int words = 0;
        ulong hash = 0;
        char previous = ' ';
        foreach (char c in text)
        {
            bool isWord = char.IsLetterOrDigit(c) || char.IsSurrogate(c);
            if (!isWord || c >= FirstWithoutSpaces)
            {
                Add(hash);
                hash = isWord && previous >= FirstWithoutSpaces ? Mix(Mix(0, previous), c) : 0;
            }
            else
            {
                hash = Mix(hash, c);
            }

            previous = c;
        }

        Add(hash);
        if (words > MaxWords)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                FormattableString.Invariant(
                    $"It has more than {MaxWords:N0} different words: split the file, or remove what is no text."
                )
            );
        }

        void Add(ulong word)
        {
            int bit = (int)(word >> (64 - BitsLog2));
            if (word != 0 && !seen[bit])
            {
                seen[bit] = true;
                words++;
            }
        }
    }

    /// <summary>Multiplicative hashing: the upper bits depend on all characters.</summary>
    private static ulong Mix(ulong hash, char c)
    {
        ulong product = (hash ^ c) * 0x9E37_79B9_7F4A_7C15;
        return product ^ (product >> 32);
    }
}
