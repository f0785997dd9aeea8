namespace SummitBot.Groundedness.Checks;

/// <summary>All checks, those of the normal strength first.</summary>
internal static class ClaimChecks
{
    public static readonly IReadOnlyList<ClaimCheck> All =
    [
        new NumberAbsentCheck(),
        new NumberElsewhereCheck(),
        new UnitChangedCheck(),
        new DateChangedCheck(),
        new NameAbsentCheck(),
        new QuoteAlteredCheck(),
        new NegationAddedCheck(),
        new NegationDroppedCheck(),
        new OppositeCheck(),
        new QuantifierChangedCheck(),
        new NumberSwappedCheck(),
        new NameSwappedCheck(),
        new SpeakerSwappedCheck(),
        new WordSubstitutedCheck(),
        new SubjectElsewhereCheck(),
        new SubjectSwappedCheck(),
        new HedgeDroppedCheck(),
        new ModalDroppedCheck(),
        new BoundContradictedCheck(),
        new ByAgainstToCheck(),
        new NumbersReversedCheck(),
        new RolesReversedCheck(),
        new NounNowhereCheck(),
        new CoverageCheck(),
        new RepetitionCheck(),
        new StrictCoverageCheck(),
        new SlotWordCheck(),
        new WordInsertedCheck(),
        new QuantifierNewCheck(),
        new ComparativeNewCheck(),
        new WordFromElsewhereCheck(),
        new NegationLostCheck(),
        new SubjectWeakCheck(),
    ];
}
