namespace SummitBot.Language;

/// <summary>The words of a language for questions that ask for a list or a comparison, or that doubt something.</summary>
public sealed class QuestionFormWords
{
    internal QuestionFormWords(LanguageWordLists lists)
    {
        Comparatives = new WordSet(lists.Comparatives);
        ThanWords = new WordSet(lists.ThanWords);
        OrWords = new WordSet(lists.OrWords);
        PluralAskingWords = new WordSet(lists.PluralAskingWords);
        ImplicitNegations = new WordSet(lists.ImplicitNegations);
        ModalVerbs = new WordSet(lists.ModalVerbs);
        DoubtWords = new WordSet(lists.DoubtWords);
        CertaintyWords = new WordSet(lists.CertaintyWords);
        DifferencePhrases = lists.DifferencePhrases;
        ListPhrases = lists.ListPhrases;
    }

    /// <summary><c>more</c>, <c>longer</c>; empty in languages where comparisons are not recognized.</summary>
    public WordSet Comparatives { get; }

    /// <summary>Words before the second side of a comparison: <c>than</c>.</summary>
    public WordSet ThanWords { get; }

    /// <summary>Words between two alternatives: <c>or</c>.</summary>
    public WordSet OrWords { get; }

    /// <summary>Words that ask for several things when a plural noun follows: <c>which</c>.</summary>
    public WordSet PluralAskingWords { get; }

    /// <summary>Verbs that say that something did not happen: <c>refuse</c>, <c>failed</c>.</summary>
    public WordSet ImplicitNegations { get; }

    /// <summary>Verbs of what is possible or allowed rather than of what happened: <c>can</c>, <c>can't</c>.</summary>
    public WordSet ModalVerbs { get; }

    /// <summary>Words that call the last answer wrong: <c>incorrect</c>.</summary>
    public WordSet DoubtWords { get; }

    /// <summary>Words that, negated or asked, doubt the last answer: <c>sure</c>, <c>true</c>.</summary>
    public WordSet CertaintyWords { get; }

    /// <summary>Phrases that ask for a comparison of two things: <c>difference between</c>.</summary>
    public IReadOnlyList<string> DifferencePhrases { get; }

    /// <summary>Phrases that ask for several things: <c>list</c>, <c>what are the</c>.</summary>
    public IReadOnlyList<string> ListPhrases { get; }
}
