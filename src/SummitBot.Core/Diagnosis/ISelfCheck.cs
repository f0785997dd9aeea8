namespace SummitBot.Core.Diagnosis;

/// <summary>Looks at one part of the installation as it is set up. Changes nothing.</summary>
public interface ISelfCheck
{
    /// <summary>What it looks at, one word.</summary>
    string Subject { get; }

    /// <summary>The findings as they come; none when the part is not in use.</summary>
    IAsyncEnumerable<Finding> RunAsync(SelfCheckDepth depth, CancellationToken cancellationToken);
}
