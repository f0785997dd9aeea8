namespace SummitBot.Core.Diagnosis;

/// <summary>Checks one part of the installation as it is configured. Changes nothing.</summary>
public interface ISelfCheck
{
    /// <summary>What it checks, one word.</summary>
    string Subject { get; }

    /// <summary>The findings as they come; none when the part is not in use.</summary>
    IAsyncEnumerable<Finding> RunAsync(SelfCheckDepth depth, CancellationToken cancellationToken);
}

/// <summary>How thorough a check may be.</summary>
public enum SelfCheckDepth
{
    /// <summary>Nothing that costs money, so it can be repeated while a host runs.</summary>
    Free,

    /// <summary>Models are asked for a test answer.</summary>
    Full,
}

/// <summary>A finding about the installation.</summary>
/// <param name="Subject">What was checked, one word: <c>model</c>, <c>index</c>, ...</param>
/// <param name="Level">Its severity.</param>
/// <param name="Text">One sentence for the operator that says how to fix it; contains no key and no text of a user, but
/// may name hosts and paths.</param>
public sealed record Finding(string Subject, FindingLevel Level, string Text);

/// <summary>The severity of a finding.</summary>
public enum FindingLevel
{
    /// <summary>No action needed.</summary>
    Ok,

    /// <summary>Works, but could work better.</summary>
    Warning,

    /// <summary>Does not work until it is fixed.</summary>
    Error,
}
