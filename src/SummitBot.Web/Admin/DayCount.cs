namespace SummitBot.Web.Admin;

/// <summary>The questions of a day (UTC).</summary>
/// <param name="Other">Refused, clarified, or failed.</param>
public sealed record DayCount(DateOnly Day, int Answered, int Other);
