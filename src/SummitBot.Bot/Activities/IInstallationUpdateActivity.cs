namespace SummitBot.Bot.Activities;

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    /// <summary><c>add</c>, <c>add-upgrade</c>, <c>remove</c> or <c>remove-upgrade</c>.</summary>
    string? Action { get; set; }
}
