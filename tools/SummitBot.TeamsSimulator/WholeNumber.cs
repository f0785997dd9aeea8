using System.Globalization;
using SummitBot.Terminal;

namespace SummitBot.TeamsSimulator;

/// <summary>Reads a number of a script.</summary>
internal static class WholeNumber
{
    private const int Most = 100_000;

    /// <exception cref="UsageException">It is none from 0 to 100,000.</exception>
    public static int Parse(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int whole) && whole <= Most
            ? whole
            : throw new UsageException($"'{number}' is no whole number from 0 to {Most}.");
}
