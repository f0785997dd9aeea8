using System.Globalization;
using SummitBot.Terminal;

namespace SummitBot.TeamsSimulator;

/// <summary>Prints what happens in the simulated channel.</summary>
public sealed class SimulationPrinter(TextWriter output)
{
    private const int MaxAbstractLength = 100;

    public void Person(SimulatedConversation conversation, string what)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        Line("");
        Line($"{conversation.Kind.ToString().ToLowerInvariant()} | {what}");
    }

    public void Bot(BotMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        foreach (string line in message.Text.Split('\n'))
        {
            Line($"  {line}");
        }

        foreach (var claim in message.Citations)
        {
            var shown = Json.Child(claim, "appearance");
            string quote = Json.Text(shown, "abstract") ?? "";
            quote = quote.Length > MaxAbstractLength ? quote[..MaxAbstractLength] + "…" : quote;
            Line($"    [{Json.Number(claim, "position")}] {Json.Text(shown, "name")}: {quote}");
        }

        if (message.HasCard)
        {
            Line("    (an Adaptive Card)");
        }

        int number = 0;
        foreach (string question in message.Suggestions)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"    ({++number}) {question}"));
        }
    }

    public void Times(TurnTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        string text = $"acknowledged in {Milliseconds(times.Acknowledged)}";
        text += times.FirstSign is { } sign ? $", first sign after {Milliseconds(sign)}" : "";
        text += times.Drafted is { } drafted ? $", a draft after {Milliseconds(drafted)}" : "";
        text += times.Answered is { } answered ? $", answered after {Milliseconds(answered)}" : "";
        text +=
            times.Pieces > 0 ? string.Create(CultureInfo.InvariantCulture, $", {times.Pieces} in a stream before") : "";
        Line($"  ~ {text}");
    }

    public void Broken(RuleViolation violation)
    {
        ArgumentNullException.ThrowIfNull(violation);
        Line($"  BROKEN {violation.Rule}: {violation.Detail}");
    }

    /// <summary>The last lines of a run.</summary>
    public void Sum(int delivered, IReadOnlyCollection<RuleViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        Line("");
        Line(
            violations.Count == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{delivered} activities delivered, no rule broken.")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{delivered} activities delivered, {violations.Count} broken:"
                )
        );
        foreach (RuleViolation violation in violations)
        {
            Broken(violation);
        }
    }

    public void Line(string text) =>
        output.WriteLine(text.StartsWith(' ') ? $"  {TerminalText.Clean(text)}" : TerminalText.Clean(text));

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
