namespace SummitBot.Bot.Activities;

/// <summary>A message that was edited; its <see cref="IActivity.Id"/> is the message's.</summary>
public interface IMessageUpdateActivity : IMessageActivity;
