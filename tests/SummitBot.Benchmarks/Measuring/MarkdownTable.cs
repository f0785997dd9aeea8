using System.Text;

namespace SummitBot.Benchmarks.Measuring;

/// <summary>
/// A table in the format of docs/performance.md: text columns aligned left, all further columns right.
/// </summary>
internal sealed class MarkdownTable(params string[] head)
{
    private readonly List<string[]> _rows = [];

    /// <param name="cells">As many as the head has.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, head);
        Append(text, [.. head.Select((_, column) => column == 0 ? "---" : "---:")]);
        _rows.ForEach(row => Append(text, row));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
