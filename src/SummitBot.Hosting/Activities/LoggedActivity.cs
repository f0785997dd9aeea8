namespace SummitBot.Hosting.Activities;

/// <summary>An activity in the log of its conversation.</summary>
/// <param name="Id">The activity's id, unique in its conversation.</param>
/// <param name="Json">The activity as sent to clients.</param>
public sealed record LoggedActivity(string Id, string Json)
{
    /// <summary>
    /// 1 for the first activity of the conversation; 0 while it is not in the log. Numbers rise, sometimes with gaps.
    /// </summary>
    public long Number { get; init; }

    /// <summary>The sender's own id of the activity, which identifies duplicates; null when it has none.</summary>
    public string? ClientActivityId { get; init; }
}
