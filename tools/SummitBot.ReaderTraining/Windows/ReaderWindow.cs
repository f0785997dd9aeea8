namespace SummitBot.ReaderTraining.Windows;

/// <summary>
/// A question with some sentences of a passage, in the model's input format; all lists have one entry for each token.
/// </summary>
/// <param name="Tokens"><c>[CLS] question [SEP] title : sentence 1 ... sentence n [SEP]</c>.</param>
/// <param name="TokenTypes">0 up to the first separator, 1 after it.</param>
/// <param name="SentenceNumbers">The number of the token's sentence in this window, counted from 1; 0 outside of
/// sentences.</param>
/// <param name="FirstSentence">The index of the passage's sentence, from 0, that has number 1 here.</param>
internal sealed record ReaderWindow(
    int[] Tokens,
    int[] TokenTypes,
    int[] SentenceNumbers,
    int FirstSentence,
    int SentenceCount
)
{
    public int Length => Tokens.Length;

    /// <summary>Whether a sentence of the passage, counted from 0, is in this window.</summary>
    public bool Contains(int sentence) => sentence >= FirstSentence && sentence < FirstSentence + SentenceCount;
}
