using System.Runtime.CompilerServices;

namespace SummitBot.Core.Diagnosis;

/// <summary>Runs all checks of the installation, in the order in which they were added.</summary>
public sealed class SelfChecks(IEnumerable<ISelfCheck> checks)
{
    /// <summary>The findings as they come. A check that throws gives a finding and does not stop the others.</summary>
    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (ISelfCheck check in checks)
        {
            await using IAsyncEnumerator<Finding> findings = check
                .RunAsync(depth, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                Finding? broken = null;
                try
                {
                    if (!await findings.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (Exception e)
                    when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // The message is left out because it may contain a key.
                    broken = new Finding(
                        check.Subject,
                        FindingLevel.Error,
                        $"The check itself failed ({e.GetType().Name}): please report it."
                    );
                }

                yield return broken ?? findings.Current;
                if (broken is not null)
                {
                    break;
                }
            }
        }
    }
}
