namespace SummitBot.Terminal.Lines;

/// <summary>Where the lines of a chat come from.</summary>
public interface ILineReader
{
    /// <summary>The next line; end of input and Ctrl-C are told, not thrown.</summary>
    Task<LineRead> ReadAsync(string prompt, CancellationToken cancellationToken);
}
