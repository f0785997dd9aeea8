using System.Globalization;

namespace SummitBot.Terminal.Lines;

/// <summary>A line that is being typed. The cursor moves and deletes by user-perceived characters.</summary>
public sealed class LineBuffer
{
    public string Text { get; private set; } = "";

    /// <summary>UTF-16 units before the cursor.</summary>
    public int Cursor { get; private set; }

    public void Set(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void MoveLeft() => Cursor = Previous();

    public void MoveRight() => Cursor = Next();

    public void MoveToStart() => Cursor = 0;

    public void MoveToEnd() => Cursor = Text.Length;

    public void MoveWordLeft() => Cursor = PreviousWord();

    public void MoveWordRight() => Cursor = NextWord();

    public void DeleteLeft() => Delete(Previous(), Cursor);

    public void DeleteRight() => Delete(Cursor, Next());

    public void DeleteWordLeft() => Delete(PreviousWord(), Cursor);

    public void DeleteToStart() => Delete(0, Cursor);

    public void DeleteToEnd() => Delete(Cursor, Text.Length);

    private void Delete(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int Previous()
    {
        int previous = 0;
        for (int at = 0; at < Cursor; at += StringInfo.GetNextTextElementLength(Text, at))
        {
            previous = at;
        }

        return previous;
    }

    private int Next() => Cursor == Text.Length ? Cursor : Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);

    private int PreviousWord()
    {
        ReadOnlySpan<char> before = Text.AsSpan(0, Cursor).TrimEnd();
        while (before is [.., var last] && !char.IsWhiteSpace(last))
        {
            before = before[..^1];
        }

        return before.Length;
    }

    private int NextWord()
    {
        ReadOnlySpan<char> after = Text.AsSpan(Cursor).TrimStart();
        while (after is [var first, ..] && !char.IsWhiteSpace(first))
        {
            after = after[1..];
        }

        return Text.Length - after.Length;
    }
}
