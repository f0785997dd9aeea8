namespace SummitBot.Language.Sentences;

/// <summary>A half-open range of an article's plain text, in UTF-16 code units: <c>Start &lt;= i &lt; End</c>.</summary>
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The characters of <paramref name="text"/> in this range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is outside the text.</exception>
    public string Slice(string text) => text[Start..End];

    public bool Contains(TextRange other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    public override string ToString() => $"{Start}..{End}";
}
