using Microsoft.ML.Tokenizers;

namespace SummitBot.ReaderTraining.Windows;

/// <summary>
/// WordPiece for BERT's uncased models: lower case, without accents. Each text is tokenized separately, without special
/// tokens, and cached, because every question is read several times.
/// </summary>
internal sealed class ReaderTokenizer
{
    private readonly BertTokenizer _tokenizer;
    private readonly string[] _vocabulary;
    private readonly Dictionary<string, int[]> _tokenized = new(StringComparer.Ordinal);

    /// <param name="vocabulary">The model's <c>vocab.txt</c>, one token on each line.</param>
    public ReaderTokenizer(byte[] vocabulary)
    {
        using var stream = new MemoryStream(vocabulary);
        _tokenizer = BertTokenizer.Create(
            stream,
            new BertOptions { LowerCaseBeforeTokenization = true, RemoveNonSpacingMarks = true }
        );
        using var lines = new StreamReader(new MemoryStream(vocabulary));
        _vocabulary = [.. Lines(lines)];
    }

    public int StartToken => _tokenizer.ClassificationTokenId;

    public int Separator => _tokenizer.SeparatorTokenId;

    public int Padding => _tokenizer.PaddingTokenId;

    public int[] Tokenize(string text)
    {
        if (!_tokenized.TryGetValue(text, out int[]? tokens))
        {
            tokens = [.. _tokenizer.EncodeToIds(text, addSpecialTokens: false)];
            _tokenized.Add(text, tokens);
        }

        return tokens;
    }

    /// <summary>The words of the tokens, in lower case, separated by spaces.</summary>
    public string TextOf(ReadOnlySpan<int> tokens)
    {
        var text = new System.Text.StringBuilder();
        foreach (int token in tokens)
        {
            string piece = _vocabulary[token];
            if (piece.StartsWith("##", StringComparison.Ordinal))
            {
                text.Append(piece, 2, piece.Length - 2);
            }
            else
            {
                text.Append(text.Length > 0 ? " " : "").Append(piece);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
