using System.Globalization;
using SummitBot.Terminal;

namespace SummitBot.TeamsSimulator;

/// <summary>Reads a number of a script.</summary>
internal static class WholeNumber
{
    private const int Max = 100_000;

    /// <exception cref="UsageException">Not a number from 0 to 100,000.</exception>
    public static int Parse(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int whole) && whole <= Max
            ? whole
            : throw new UsageException($"'{number}' is no whole number from 0 to {Max}.");
}
