namespace SummitBot.Bot.Activities;

/// <summary>A message that was taken back; its <see cref="IActivity.Id"/> is the message's.</summary>
public interface IMessageDeleteActivity : IActivity;
