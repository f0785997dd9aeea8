namespace SummitBot.Benchmarks.Synthetic;

/// <summary>
/// Words by rank, drawn by Zipf's law: the word of rank r occurs in proportion to 1/r, as in texts of any language. The
/// first ranks are English function words, the others are made of syllables.
/// </summary>
internal static class Vocabulary
{
    private const int ContentWords = 150_000;
    private const int CommonWords = 500;
    private const string Onsets = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";
    private const string Codas = "lmnrst";
    private const int Syllables = 14 * 5 * 6;

    private static readonly string[] FunctionWords =
    [
        .. (
            "the of and to in a is was for that on with as by it from at be his an he are this which were has had not or but "
            + "have their its who been they more one after when also would there her will about said into than them other "
            + "all she we up out some"
        ).Split(' '),
    ];

    private static readonly double[] Cumulative = CumulativeShares();

    private static readonly string[] Words = [.. FunctionWords, .. Enumerable.Range(0, ContentWords).Select(Spell)];

    /// <summary>A rank, 0 the most frequent.</summary>
    public static int Draw(Random random)
    {
        int found = Array.BinarySearch(Cumulative, random.NextDouble() * Cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found, Cumulative.Length - 1);
    }

    /// <summary>A rank after the function words.</summary>
    public static int DrawContent(Random random) => DrawAmong(random, Cumulative.Length);

    /// <summary>One of the <see cref="CommonWords"/> ranks after the function words.</summary>
    public static int DrawCommonContent(Random random) => DrawAmong(random, FunctionWords.Length + CommonWords);

    public static bool IsContent(int rank) => rank >= FunctionWords.Length;

    public static string Word(int rank) => Words[rank];

    private static int DrawAmong(Random random, int end)
    {
        while (true)
        {
            int rank = Draw(random);
            if (IsContent(rank) && rank < end)
            {
                return rank;
            }
        }
    }

    private static double[] CumulativeShares()
    {
        double[] sums = new double[FunctionWords.Length + ContentWords];
        double sum = 0;
        for (int rank = 0; rank < sums.Length; rank++)
        {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }

        return sums;
    }

    /// <summary>
    /// Two syllables that no other word starts with; some words have a third. Every seventh word is a name.
    /// </summary>
    private static string Spell(int n)
    {
        string word =
            Syllable(n % Syllables) + Syllable(n / Syllables) + (n % 3 == 0 ? Syllable(n * 31 % Syllables) : "");
        return n % 7 == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    private static string Syllable(int n)
    {
        ReadOnlySpan<char> letters =
        [
            Onsets[n % Onsets.Length],
            Vowels[n / Onsets.Length % Vowels.Length],
            Codas[n / (Onsets.Length * Vowels.Length)],
        ];
        return letters.ToString();
    }
}
