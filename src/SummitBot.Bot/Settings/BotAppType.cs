namespace SummitBot.Bot.Settings;

/// <summary>How the bot is registered with Azure Bot Service.</summary>
public enum BotAppType
{
    /// <summary>App id and password; tokens from the Bot Framework's own tenant.</summary>
    MultiTenant,

    /// <summary>App id, password and tenant.</summary>
    SingleTenant,

    /// <summary>App id and tenant; tokens from the managed identity of the machine.</summary>
    UserAssignedMsi,
}
