using System.Collections.Frozen;

namespace SummitBot.Language.Recognition;

/// <summary>Closed classes of English words that several checks use.</summary>
public static class WordClasses
{
    private static readonly FrozenSet<string> Function = Set(
        "a an the this that these those of in on at by for from to into onto with within over under about against between "
            + "during through across per via as than and or nor but so if then because while when where which who whom whose "
            + "what how why it its he him his she her hers they them their theirs we us our you your i me my itself himself "
            + "herself themselves there here is am are was were be been being has have had having do does did doing will would "
            + "shall should can could may might must ought not also however moreover furthermore additionally therefore thus "
            + "hence yet still just very too such same other another both each either neither own upon toward towards amid "
            + "among amongst including include included includes like according well even though although despite since until "
            + "till while whereas out up down off again further once only yes no s t re ve ll d etc e.g i.e indeed meanwhile "
            + "instead rather quite one ones some any specifically overall example instance hand firstly secondly thirdly lastly various certain finally particularly currently"
    );

    private static readonly FrozenSet<string> Light = Set(
        "say make take get give go come use put let become seem thing way part kind lot case fact people make provide "
            // Words about the conversation, not about facts: they connect, soften, advise, generalize.
            + "important essential crucial significant specific general typical common main major useful helpful beneficial "
            + "typically generally usually commonly mainly especially primarily potentially significantly widely regarding due "
            + "note remember ensure mean suggest recommend consider depend depending base involve regard relate refer describe "
            + "type sort form example aspect factor situation circumstance purpose reason result manner process option "
            + "need want help able allow available question answer information detail compare whether "
            + "along apart"
    );

    private static readonly FrozenSet<string> Negations = Set(
        "not no never none nobody nothing neither nor without cannot nowhere"
    );

    private static readonly FrozenSet<string> NegativeVerbs = Set(
        "fail refuse deny reject unable decline lack prevent stop avoid ban prohibit hardly barely unlikely impossible few little "
            + "instead except absence absent unless exclude"
    );

    private static readonly FrozenSet<string> Modals = Set(
        "may might could can would should likely possibly perhaps probably plan plans planned expect expects expected intend "
            + "intends propose proposes proposed consider if whether potential potentially possible aim aims seek seeks hope "
            + "hopes believe believed thought suggest suggests suggested unlikely tentative seem seems appear appears apparently "
            + "estimated must ought want wants try tries attempt attempts"
    );

    private static readonly FrozenSet<string> Hedges = Set(
        "alleged allegedly accused accuses accuse suspected suspect suspects reportedly reported purported purportedly "
            + "claimed claims claim charged unconfirmed supposed supposedly presumed rumoured rumored"
    );

    private static readonly FrozenSet<string> Quantifiers = Set(
        "all every each most many some few several no none any half majority minority always never often sometimes usually "
            + "rarely seldom only both entire whole nearly almost numerous single everyone everything nobody nothing mostly "
            + "frequently occasionally generally commonly partly partially completely entirely fully"
    );

    private static readonly FrozenSet<string> Speech = Set(
        "say tell state announce claim report add argue explain note declare warn confirm write insist deny admit suggest "
            + "according acknowledge assert comment reveal stress conclude think believe"
    );

    private static readonly FrozenSet<string> Pronouns = Set(
        "he she it they his her its their him them this that these those who which such"
    );

    public static bool IsFunction(string word) => Function.Contains(word);

    /// <summary>True for a verb or noun that nearly any sentence could have.</summary>
    public static bool IsLight(string lemma) => Light.Contains(lemma);

    public static bool IsNegation(AnnotatedWord token) => Negations.Contains(token.Lower);

    /// <summary>True for a negation, or a word with a negative meaning: <c>refused</c>.</summary>
    public static bool Denies(AnnotatedWord token) => IsNegation(token) || NegativeVerbs.Contains(token.Lemma);

    /// <summary>True for a word that says that something is not settled: <c>may</c>, <c>plans</c>.</summary>
    public static bool IsModal(AnnotatedWord token) => token.Month == 0 && Modals.Contains(token.Lower);

    /// <summary>True for a word that says that something is not proved: <c>allegedly</c>.</summary>
    public static bool IsHedge(AnnotatedWord token) => Hedges.Contains(token.Lower);

    public static bool IsQuantifier(AnnotatedWord token) => Quantifiers.Contains(token.Lower);

    public static bool IsSpeech(AnnotatedWord token) => Speech.Contains(token.Lemma);

    public static bool IsPronoun(AnnotatedWord token) => Pronouns.Contains(token.Lower);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
