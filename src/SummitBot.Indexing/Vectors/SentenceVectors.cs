using System.Numerics.Tensors;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Indexing.Vectors;

/// <summary>All vectors of a file in memory, with exact search.</summary>
internal sealed class SentenceVectors
{
    /// <summary>Numbers in a block: 64 MB, which limits the size of arrays and lets threads share the blocks.</summary>
    private const int BlockNumbers = 16 << 20;

    /// <summary>Minimum number of rows for each thread: fewer are done sooner than another thread starts.</summary>
    private const int MinPart = 16_384;

    private readonly float[][] _blocks;
    private readonly int _blockRows;
    private readonly Dictionary<ArticleId, (int First, int End)> _articles = [];

    private SentenceVectors(VectorFileHeader header)
    {
        Header = header;
        _blockRows = Math.Max(1, BlockNumbers / header.Dimension);
        _blocks = new float[(header.Keys.Count + _blockRows - 1) / _blockRows][];
        for (int row = 0; row < header.Keys.Count; row++)
        {
            ArticleId article = header.Keys[row].Passage.Article;
            _articles[article] = (_articles.TryGetValue(article, out var rows) ? rows.First : row, row + 1);
        }
    }

    public VectorFileHeader Header { get; }

    public static SentenceVectors Load(VectorFile file)
    {
        var vectors = new SentenceVectors(file.Header);
        for (int block = 0; block < vectors._blocks.Length; block++)
        {
            int first = block * vectors._blockRows;
            int rows = Math.Min(vectors._blockRows, file.Header.Keys.Count - first);
            vectors._blocks[block] = GC.AllocateUninitializedArray<float>(rows * file.Header.Dimension);
            file.Read(first, vectors._blocks[block]);
        }

        return vectors;
    }

    /// <summary>The most similar sentences, best first; fewer than requested only if there are not enough.</summary>
    /// <param name="question">A vector of length 1, of the same dimension.</param>
    /// <param name="until">Sentences of articles published after this day number are left out.</param>
    /// <param name="among">Sentences of other articles are left out; null leaves none out.</param>
    public IReadOnlyList<VectorHit> Search(
        ReadOnlyMemory<float> question,
        int count,
        int until = int.MaxValue,
        IReadOnlySet<ArticleId>? among = null,
        CancellationToken cancellationToken = default
    )
    {
        int rows = Header.Keys.Count;
        int parts = Math.Clamp(rows / MinPart, 1, Environment.ProcessorCount);
        var best = new Nearest[parts];
        if (parts == 1)
        {
            best[0] = Scan(question.Span, 0, rows, count, until, among);
        }
        else
        {
            var limits = new ParallelOptions { CancellationToken = cancellationToken };
            Parallel.For(
                0,
                parts,
                limits,
                part =>
                {
                    int first = (int)((long)rows * part / parts);
                    int end = (int)((long)rows * (part + 1) / parts);
                    best[part] = Scan(question.Span, first, end, count, until, among);
                }
            );
        }

        return
        [
            .. best.SelectMany(b => b.Rows)
                .OrderByDescending(b => b.Similarity)
                .ThenBy(b => b.Row)
                .Take(count)
                .Select(b => new VectorHit(Header.Keys[b.Row], b.Similarity)),
        ];
    }

    /// <summary>
    /// The similarity of a passage to the question: the mean of its three most similar sentences, or of all when it has
    /// fewer, because a single sentence is a noisy signal; null when none has a vector.
    /// </summary>
    public double? GetSimilarity(PassageId passage, ReadOnlySpan<float> question)
    {
        (int first, int end) = _articles.GetValueOrDefault(passage.Article);
        Span<float> best = [float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity];
        int count = 0;
        for (int row = first; row < end; row++)
        {
            if (!Header.Keys[row].IsIn(passage))
            {
                continue;
            }

            count++;
            float similarity = TensorPrimitives.Dot(question, GetVector(row));
            int min = TensorPrimitives.IndexOfMin<float>(best);
            best[min] = Math.Max(best[min], similarity);
        }

        best.Sort();
        int counted = Math.Min(count, best.Length);
        return counted == 0 ? null : TensorPrimitives.Sum<float>(best[^counted..]) / counted;
    }

    /// <summary>
    /// The similarity of each sentence of a passage to the question; null for a sentence without a vector for its
    /// current text.
    /// </summary>
    public IReadOnlyList<double?> GetSimilarities(RetrievedPassage retrieved, ReadOnlySpan<float> question)
    {
        Passage passage = retrieved.Passage;
        (int first, int end) = _articles.GetValueOrDefault(passage.Id.Article);
        var similarities = new double?[passage.Sentences.Count];
        for (int place = 0; place < similarities.Length && first < end; place++)
        {
            UInt128 hash = EmbeddedText.ComputeHash(
                EmbeddedText.Create(retrieved.Article.Title, passage.GetText(passage.Sentences[place]))
            );
            for (int row = first; row < end && similarities[place] is null; row++)
            {
                similarities[place] =
                    Header.Keys[row].Hash == hash ? TensorPrimitives.Dot(question, GetVector(row)) : null;
            }
        }

        return similarities;
    }

    private ReadOnlySpan<float> GetVector(int row) =>
        _blocks[row / _blockRows].AsSpan(row % _blockRows * Header.Dimension, Header.Dimension);

    private Nearest Scan(
        ReadOnlySpan<float> question,
        int first,
        int end,
        int count,
        int until,
        IReadOnlySet<ArticleId>? among
    )
    {
        var nearest = new Nearest(count);
        for (int row = first; row < end; row++)
        {
            float similarity = TensorPrimitives.Dot(question, GetVector(row));
            if (
                similarity > nearest.Least
                && Header.Keys[row].Day <= until
                && among?.Contains(Header.Keys[row].Passage.Article) != false
            )
            {
                nearest.Add(row, similarity);
            }
        }

        return nearest;
    }

    /// <summary>The best rows so far, up to a maximum number.</summary>
    private sealed class Nearest(int count)
    {
        private readonly PriorityQueue<int, float> _rows = new(count + 1);

        /// <summary>The score that a row must exceed.</summary>
        public float Least { get; private set; } = float.NegativeInfinity;

        public IEnumerable<(int Row, float Similarity)> Rows => _rows.UnorderedItems;

        public void Add(int row, float similarity)
        {
            _rows.Enqueue(row, similarity);
            if (_rows.Count > count)
            {
                _rows.Dequeue();
            }

            if (_rows.Count == count)
            {
                _rows.TryPeek(out _, out float min);
                Least = min;
            }
        }
    }
}

/// <summary>A sentence similar to the question.</summary>
/// <param name="Key">The sentence.</param>
/// <param name="Similarity">The cosine of the two vectors, -1 to 1.</param>
internal readonly record struct VectorHit(VectorKey Key, double Similarity);
