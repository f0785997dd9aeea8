using System.Globalization;

namespace SummitBot.Evaluation;

/// <summary>Gathers what is wrong with the lines of some files, so that one run names all of it.</summary>
internal sealed class LineProblems
{
    private const int MaxShown = 20;

    private readonly List<string> _problems = [];

    /// <param name="line">1-based.</param>
    public void Add(string path, int line, string problem) =>
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {problem}."));

    /// <exception cref="EvaluationDataException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count == 0)
        {
            return;
        }

        IEnumerable<string> shown = _problems.Take(MaxShown);
        string more =
            _problems.Count > MaxShown
                ? string.Create(CultureInfo.InvariantCulture, $"\n... and {_problems.Count - MaxShown} more lines.")
                : "";
        throw new EvaluationDataException(string.Join('\n', shown) + more);
    }
}
