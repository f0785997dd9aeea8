namespace SummitBot.Bot.Activities;

/// <summary>Somebody is writing.</summary>
public interface ITypingActivity : IActivity;
