namespace SummitBot.Terminal.Lines;

/// <summary>The source of a chat's lines.</summary>
public interface ILineReader
{
    /// <summary>The next line; end of input and Ctrl-C are results, not exceptions.</summary>
    Task<LineRead> ReadAsync(string prompt, CancellationToken cancellationToken);
}
