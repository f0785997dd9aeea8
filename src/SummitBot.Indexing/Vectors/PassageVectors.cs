using System.Numerics.Tensors;

namespace SummitBot.Indexing.Vectors;

/// <summary>All vectors of a file, in memory, and the exact search among them.</summary>
internal sealed class PassageVectors
{
    /// <summary>Numbers of a block: 64 MB, so that no array is very large and blocks are shared out among threads.</summary>
    private const int BlockNumbers = 16 << 20;

    /// <summary>Rows that one thread looks through at least: fewer are done sooner than a second thread begins.</summary>
    private const int LeastPart = 16_384;

    private readonly float[][] _blocks;
    private readonly int _blockRows;

    private PassageVectors(VectorFileHeader header)
    {
        Header = header;
        _blockRows = Math.Max(1, BlockNumbers / header.Dimension);
        _blocks = new float[(header.Keys.Count + _blockRows - 1) / _blockRows][];
    }

    public VectorFileHeader Header { get; }

    public static PassageVectors Load(VectorFile file)
    {
        var vectors = new PassageVectors(file.Header);
        for (int block = 0; block < vectors._blocks.Length; block++)
        {
            int first = block * vectors._blockRows;
            int rows = Math.Min(vectors._blockRows, file.Header.Keys.Count - first);
            vectors._blocks[block] = GC.AllocateUninitializedArray<float>(rows * file.Header.Dimension);
            file.Read(first, vectors._blocks[block]);
        }

        return vectors;
    }

    /// <summary>The passages most like the question, best first; as many as asked for when there are so many.</summary>
    /// <param name="question">A vector of length 1, of the same dimension.</param>
    /// <param name="until">Passages of articles published after this day number are left out.</param>
    public IReadOnlyList<VectorHit> Search(
        ReadOnlyMemory<float> question,
        int count,
        int until = int.MaxValue,
        CancellationToken cancellationToken = default
    )
    {
        int rows = Header.Keys.Count;
        int parts = Math.Clamp(rows / LeastPart, 1, Environment.ProcessorCount);
        var best = new Nearest[parts];
        if (parts == 1)
        {
            best[0] = Scan(question.Span, 0, rows, count, until);
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
                    best[part] = Scan(question.Span, first, end, count, until);
                }
            );
        }

        return
        [
            .. best.SelectMany(b => b.Rows)
                .OrderByDescending(b => b.Likeness)
                .ThenBy(b => b.Row)
                .Take(count)
                .Select(b => new VectorHit(Header.Keys[b.Row], b.Likeness)),
        ];
    }

    private Nearest Scan(ReadOnlySpan<float> question, int first, int end, int count, int until)
    {
        var nearest = new Nearest(count);
        int dimension = Header.Dimension;
        for (int row = first; row < end; row++)
        {
            ReadOnlySpan<float> vector = _blocks[row / _blockRows].AsSpan(row % _blockRows * dimension, dimension);
            float likeness = TensorPrimitives.Dot(question, vector);
            if (likeness > nearest.Least && Header.Keys[row].Day <= until)
            {
                nearest.Add(row, likeness);
            }
        }

        return nearest;
    }

    /// <summary>The best rows seen so far, at most so many.</summary>
    private sealed class Nearest(int count)
    {
        private readonly PriorityQueue<int, float> _rows = new(count + 1);

        /// <summary>What a row must exceed.</summary>
        public float Least { get; private set; } = float.NegativeInfinity;

        public IEnumerable<(int Row, float Likeness)> Rows => _rows.UnorderedItems;

        public void Add(int row, float likeness)
        {
            _rows.Enqueue(row, likeness);
            if (_rows.Count > count)
            {
                _rows.Dequeue();
            }

            if (_rows.Count == count)
            {
                _rows.TryPeek(out _, out float least);
                Least = least;
            }
        }
    }
}
