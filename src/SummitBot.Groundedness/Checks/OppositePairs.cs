using System.Collections.Frozen;

namespace SummitBot.Groundedness.Checks;

/// <summary>Pairs of opposites in comparison, order and direction that the dictionary lacks in these forms.</summary>
public static class OppositePairs
{
    private static readonly FrozenDictionary<string, string[]> Partners = (
        "rise/fall rise/drop rise/decline increase/decrease increase/decline increase/fall increase/drop grow/shrink grow/decline "
        + "gain/lose before/after earlier/later first/last win/lose support/oppose above/below over/under more/less more/fewer "
        + "most/least larger/smaller large/small bigger/smaller largest/smallest biggest/smallest higher/lower highest/lowest "
        + "high/low longer/shorter longest/shortest older/younger oldest/youngest older/newer oldest/newest better/worse best/worst "
        + "faster/slower fastest/slowest stronger/weaker strongest/weakest greater/smaller greater/lesser up/down upper/lower "
        + "accept/reject accept/refuse approve/reject approve/deny allow/ban allow/prohibit allow/forbid permit/prohibit "
        + "open/close begin/end start/end start/stop start/finish arrive/depart arrive/leave enter/leave join/leave buy/sell import/export "
        + "north/south east/west northern/southern eastern/western left/right maximum/minimum major/minor majority/minority "
        + "success/failure succeed/fail pass/fail victory/defeat attack/defend strengthen/weaken raise/lower raise/cut "
        + "expand/contract include/exclude internal/external private/public male/female positive/negative hot/cold warm/cool "
        + "early/late near/far inside/outside same/different similar/different possible/impossible legal/illegal "
        + "guilty/innocent alive/dead war/peace ally/enemy friend/enemy admit/deny confirm/deny agree/disagree legal/unlawful "
        + "since/until because/despite always/never all/none many/few often/rarely wider/narrower deeper/shallower heavier/lighter "
        + "cheaper/dearer richer/poorer easier/harder former/latter previous/next ancient/modern old/new old/young"
    )
        .Split(' ')
        .Select(pair => pair.Split('/'))
        .SelectMany(pair => new[] { (From: pair[0], To: pair[1]), (From: pair[1], To: pair[0]) })
        .GroupBy(pair => pair.From, pair => pair.To, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The opposites of a word; empty when it has none.</summary>
    public static IReadOnlyList<string> GetOpposites(string word) => Partners.GetValueOrDefault(word) ?? [];
}
