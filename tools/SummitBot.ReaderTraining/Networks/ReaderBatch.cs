using SummitBot.ReaderTraining.Windows;
using static TorchSharp.torch;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>Windows side by side, padded to the longest.</summary>
internal sealed class ReaderBatch
{
    private ReaderBatch(IReadOnlyList<ReaderWindow> windows, int padding)
    {
        Windows = windows;
        Length = windows.Max(window => window.Length);
        Sentences = windows.Max(window => window.SentenceCount);
        Tokens = Pad(window => window.Tokens, padding);
        TokenTypes = Pad(window => window.TokenTypes, 0);
        SentenceNumbers = Pad(window => window.SentenceNumbers, 0);
        Attention = Pad(window => Ones(window.Length), 0);
    }

    public IReadOnlyList<ReaderWindow> Windows { get; }

    public int Length { get; }

    public int Sentences { get; }

    public long[] Tokens { get; }

    public long[] TokenTypes { get; }

    public long[] SentenceNumbers { get; }

    /// <summary>1 for tokens, 0 for padding.</summary>
    public long[] Attention { get; }

    public static ReaderBatch Create(IReadOnlyList<ReaderWindow> windows, int padding) => new(windows, padding);

    /// <summary>A tensor of a row for each window.</summary>
    public Tensor ToTensor(long[] numbers) => tensor(numbers, [Windows.Count, Length]);

    private static int[] Ones(int length)
    {
        int[] ones = new int[length];
        Array.Fill(ones, 1);
        return ones;
    }

    private long[] Pad(Func<ReaderWindow, int[]> list, long padding)
    {
        long[] all = new long[Windows.Count * Length];
        Array.Fill(all, padding);
        for (int row = 0; row < Windows.Count; row++)
        {
            int[] numbers = list(Windows[row]);
            for (int i = 0; i < numbers.Length; i++)
            {
                all[(row * Length) + i] = numbers[i];
            }
        }

        return all;
    }
}
