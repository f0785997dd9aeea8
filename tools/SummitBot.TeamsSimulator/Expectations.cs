namespace SummitBot.TeamsSimulator;

/// <summary>What a script expects of the last thing that was done.</summary>
public sealed class Expectations(CurrentChat chat, ChannelSession session)
{
    private IReadOnlyList<BotMessage> Messages => chat.Last.Messages;

    private string Said => string.Join('\n', Messages.Select(m => m.Text));

    public void Has(string text) => Check(Said.Contains(text, StringComparison.OrdinalIgnoreCase), $"has no '{text}'");

    public void HasNot(string text) => Check(!Said.Contains(text, StringComparison.OrdinalIgnoreCase), $"has '{text}'");

    public void Cites(int min)
    {
        int count = Messages.Sum(m => m.Citations.Count);
        Check(count >= min, $"has {count} citations, not {min}");
    }

    public void HasCard() => Check(Messages.Any(m => m.HasCard), "has no Adaptive Card");

    public void IsNone() => Check(Messages.Count == 0, "was not awaited");

    public void HasStatus(int status) =>
        Check(chat.Last.Endpoint.Status == status, $"had the status {chat.Last.Endpoint.Status}, not {status}");

    private void Check(bool isMet, string problem)
    {
        if (!isMet)
        {
            session.Break("expectation", $"The last answer {problem}.");
        }
    }
}
