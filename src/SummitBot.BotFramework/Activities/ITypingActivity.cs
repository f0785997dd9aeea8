namespace SummitBot.BotFramework.Activities;

/// <summary>Somebody is writing.</summary>
public interface ITypingActivity : IActivity;
