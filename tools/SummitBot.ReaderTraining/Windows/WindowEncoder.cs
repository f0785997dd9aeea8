namespace SummitBot.ReaderTraining.Windows;

/// <summary>
/// Arranges a question and the sentences of a passage as windows of at most a given number of tokens.
/// </summary>
internal sealed class WindowEncoder(ReaderTokenizer tokenizer, int maxTokens)
{
    /// <summary>A longer question is truncated.</summary>
    public const int MaxQuestionTokens = 64;

    /// <summary>A longer title is truncated.</summary>
    public const int MaxTitleTokens = 32;

    /// <summary>The start and the two separators.</summary>
    private const int Marks = 3;

    public ReaderTokenizer Tokenizer => tokenizer;

    /// <summary>
    /// As many whole sentences in each window as fit, in order; a single sentence that is too long is truncated. Empty
    /// when there is no sentence from <paramref name="firstSentence"/> on.
    /// </summary>
    /// <param name="title">Empty for none: the colon is then left out too.</param>
    public IEnumerable<ReaderWindow> Encode(
        string question,
        string title,
        IReadOnlyList<string> sentences,
        int firstSentence = 0,
        int maxSentences = int.MaxValue
    )
    {
        int[] questionTokens = Cut(tokenizer.Tokenize(question), MaxQuestionTokens);
        int[] titleTokens =
            title.Length == 0 ? [] : [.. Cut(tokenizer.Tokenize(title), MaxTitleTokens), .. tokenizer.Tokenize(":")];
        int room = maxTokens - Marks - questionTokens.Length - titleTokens.Length;
        int first = firstSentence;
        while (first < sentences.Count)
        {
            List<int[]> fitting = Fitting(sentences, first, room, maxSentences);
            yield return Assemble(questionTokens, titleTokens, fitting, first);
            first += fitting.Count;
        }
    }

    private static int[] Cut(int[] tokens, int length) => tokens.Length <= length ? tokens : tokens[..length];

    private List<int[]> Fitting(IReadOnlyList<string> sentences, int first, int room, int maxSentences)
    {
        List<int[]> fitting = [Cut(tokenizer.Tokenize(sentences[first]), room)];
        int left = room - fitting[0].Length;
        for (int i = first + 1; i < sentences.Count && fitting.Count < maxSentences; i++)
        {
            int[] tokens = tokenizer.Tokenize(sentences[i]);
            if (tokens.Length > left)
            {
                break;
            }

            fitting.Add(tokens);
            left -= tokens.Length;
        }

        return fitting;
    }

    private ReaderWindow Assemble(int[] question, int[] title, List<int[]> sentences, int firstSentence)
    {
        int[] head = [tokenizer.StartToken, .. question, tokenizer.Separator];
        int[] tokens = [.. head, .. title, .. sentences.SelectMany(sentence => sentence), tokenizer.Separator];
        int[] types = new int[tokens.Length];
        types.AsSpan(head.Length).Fill(1);
        int[] numbers = new int[tokens.Length];
        int at = head.Length + title.Length;
        for (int i = 0; i < sentences.Count; i++)
        {
            numbers.AsSpan(at, sentences[i].Length).Fill(i + 1);
            at += sentences[i].Length;
        }

        return new ReaderWindow(tokens, types, numbers, firstSentence, sentences.Count);
    }
}
