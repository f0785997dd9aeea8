namespace SummitBot.Core.Diagnosis;

/// <summary>Checks one part of the installation as it is configured. Changes nothing.</summary>
public interface ISelfCheck
{
    /// <summary>What it checks, one word.</summary>
    string Subject { get; }

    /// <summary>The findings as they come; none when the part is not in use.</summary>
    IAsyncEnumerable<Finding> RunAsync(SelfCheckDepth depth, CancellationToken cancellationToken);
}
