namespace SummitBot.Bot.Activities;

/// <summary>What stands behind an account, in <see cref="ChannelAccount.Role"/>.</summary>
public static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
    public const string Skill = "skill";
}
