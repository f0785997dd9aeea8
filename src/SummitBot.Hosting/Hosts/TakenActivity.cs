namespace SummitBot.Hosting.Hosts;

/// <summary>An activity that this host is to answer.</summary>
public sealed record TakenActivity(long Number, string Key, string Payload);
