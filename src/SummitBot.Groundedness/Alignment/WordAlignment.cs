using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Alignment;

/// <summary>
/// The heaviest common subsequence of a claim and a window: each pair weighs the claim's word times the strength of the
/// match, and a little more when the pair before it also matches.
/// </summary>
internal sealed class WordAlignment
{
    private const double FunctionWeight = 0.15;
    private const double AfterMatch = 0.3;

    private readonly int[] _place;
    private readonly double[] _strength;

    public WordAlignment(IReadOnlyList<AnnotatedWord> claim, IReadOnlyList<TokenMatch>[] matches, int start, int end)
    {
        _place = new int[claim.Count];
        _strength = new double[claim.Count];
        Array.Fill(_place, -1);
        Align(claim, matches, start, end);
        Slots = FindSlots(claim, start, end);
    }

    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The source token aligned with the claim's; -1 when there is none.</summary>
    public int GetPlace(int claim) => _place[claim];

    public double GetStrength(int claim) => _strength[claim];

    /// <summary>True when a source token is aligned with some word of the claim.</summary>
    public bool Uses(int place) => Array.IndexOf(_place, place) >= 0;

    public bool IsAligned(int claim) => _place[claim] >= 0;

    /// <summary>The first aligned source token; -1 when there is none.</summary>
    public int FirstPlace => Array.Find(_place, p => p >= 0) is var p && Array.Exists(_place, x => x >= 0) ? p : -1;

    /// <summary>The last aligned source token; -1 when there is none.</summary>
    public int LastPlace => Array.FindLast(_place, p => p >= 0) is var p && Array.Exists(_place, x => x >= 0) ? p : -1;

    /// <summary>Share of the claim in its longest sequence of words that are also consecutive in the source.</summary>
    public double LongestRun
    {
        get
        {
            int longest = 0;
            int run = 0;
            for (int i = 0; i < _place.Length; i++)
            {
                run =
                    _place[i] < 0 ? 0
                    : i > 0 && _place[i - 1] >= 0 && _place[i] == _place[i - 1] + 1 ? run + 1
                    : 1;
                longest = Math.Max(longest, run);
            }

            return _place.Length == 0 ? 0 : (double)longest / _place.Length;
        }
    }

    private void Align(IReadOnlyList<AnnotatedWord> claim, IReadOnlyList<TokenMatch>[] matches, int start, int end)
    {
        int width = end - start;
        double[,] best = new double[claim.Count + 1, width + 1];
        double[,] ending = new double[claim.Count + 1, width + 1];
        for (int i = 1; i <= claim.Count; i++)
        {
            double weight = Math.Max(claim[i - 1].Weight, FunctionWeight);
            foreach (TokenMatch match in matches[i - 1])
            {
                int j = match.Place - start + 1;
                if (j < 1 || j > width)
                {
                    continue;
                }

                double joined = ending[i - 1, j - 1] > 0 ? ending[i - 1, j - 1] + AfterMatch : 0;
                ending[i, j] = (weight * match.Strength) + Math.Max(best[i - 1, j - 1], joined);
            }

            for (int j = 1; j <= width; j++)
            {
                best[i, j] = Math.Max(ending[i, j], Math.Max(best[i - 1, j], best[i, j - 1]));
            }
        }

        Trace(claim.Count, width, best, ending, matches, start);
    }

    private void Trace(int i, int j, double[,] best, double[,] ending, IReadOnlyList<TokenMatch>[] matches, int start)
    {
        bool inRun = false;
        while (i > 0 && j > 0)
        {
            if (!inRun && best[i, j] <= best[i, j - 1])
            {
                j--;
            }
            else if (!inRun && best[i, j] <= best[i - 1, j])
            {
                i--;
            }
            else
            {
                int place = start + j - 1;
                _place[i - 1] = place;
                _strength[i - 1] = StrengthAt(matches[i - 1], place);
                double before = ending[i - 1, j - 1];
                inRun = before > 0 && before + AfterMatch >= best[i - 1, j - 1];
                i--;
                j--;
            }
        }
    }

    private static double StrengthAt(IReadOnlyList<TokenMatch> matches, int place)
    {
        foreach (TokenMatch match in matches)
        {
            if (match.Place == place)
            {
                return match.Strength;
            }
        }

        return 0;
    }

    private List<Slot> FindSlots(IReadOnlyList<AnnotatedWord> claim, int start, int end)
    {
        var slots = new List<Slot>();
        int claimAt = 0;
        int sourceAt = start;
        for (int i = 0; i < claim.Count; i++)
        {
            if (_place[i] < 0)
            {
                continue;
            }

            AddSlot(slots, new Slot(claimAt, i, sourceAt, _place[i]));
            claimAt = i + 1;
            sourceAt = _place[i] + 1;
        }

        AddSlot(slots, new Slot(claimAt, claim.Count, sourceAt, end));
        return slots;
    }

    private static void AddSlot(List<Slot> slots, Slot slot)
    {
        if (slot.ClaimLength > 0 || slot.SourceLength > 0)
        {
            slots.Add(slot);
        }
    }
}
