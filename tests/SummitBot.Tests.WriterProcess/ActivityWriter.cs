using SummitBot.Hosting.Activities;

namespace SummitBot.Tests.WriterProcess;

/// <summary>Appends activities to one conversation, which other processes may write to as well.</summary>
public sealed class ActivityWriter(IActivityLog log)
{
    public const string Conversation = "shared";

    /// <summary>Appends one with a unique id.</summary>
    /// <returns>Its number and id, separated by a space.</returns>
    public async Task<string> AppendAsync()
    {
        await log.TryStartAsync(Conversation, "user", CancellationToken.None);
        var activity = new LoggedActivity(Guid.NewGuid().ToString("N"), "{}");
        LoggedActivity kept = await log.AppendAsync(Conversation, activity, CancellationToken.None);
        return $"{kept.Number} {kept.Id}";
    }
}
