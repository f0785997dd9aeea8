namespace SummitBot.Terminal.Lines;

/// <summary>The history of entered lines, for the arrow keys. The line being typed is kept at its end.</summary>
public sealed class LineHistory
{
    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    /// <summary>Adds a line, unless it is blank or equals the last one.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }

        _at = _lines.Count;
    }

    /// <summary>The line before the one shown; the one shown when there is none.</summary>
    /// <param name="shown">The line at the prompt.</param>
    public string Older(string shown)
    {
        if (_at == 0)
        {
            return shown;
        }

        _draft = _at == _lines.Count ? shown : _draft;
        return _lines[--_at];
    }

    /// <summary>The line after the one shown; at the end, the line being typed.</summary>
    public string Newer(string shown)
    {
        if (_at == _lines.Count)
        {
            return shown;
        }

        _at++;
        return _at == _lines.Count ? _draft : _lines[_at];
    }
}
