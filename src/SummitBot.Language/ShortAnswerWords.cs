namespace SummitBot.Language;

/// <summary>
/// The words of a language for finding the part of a sentence that answers; a language without them has no short
/// answers.
/// </summary>
public sealed class ShortAnswerWords
{
    internal ShortAnswerWords(ShortAnswerWordLists lists)
    {
        IsEmpty = lists.Units.Count == 0;
        Units = new WordSet(lists.Units);
        DurationUnits = new WordSet(lists.DurationUnits);
        PercentWords = new WordSet(lists.PercentWords);
        DateModifiers = new WordSet(lists.DateModifiers);
        DateJoiners = new WordSet(lists.DateJoiners);
        Approximators = new WordSet(lists.Approximators);
        NumberJoiners = new WordSet(lists.NumberJoiners);
        CountPhrases = new WordSet(lists.CountPhrases);
        DurationPhrases = new WordSet(lists.DurationPhrases);
        AgePhrases = new WordSet(lists.AgePhrases);
        AgeWords = new WordSet(lists.AgeWords);
        AmountPhrases = new WordSet(lists.AmountPhrases);
        PersonAskingWords = new WordSet(lists.PersonAskingWords);
        PlaceAskingWords = new WordSet(lists.PlaceAskingWords);
        LocationPrepositions = new WordSet(lists.LocationPrepositions);
        Articles = new WordSet(lists.Articles);
        Conjunctions = new WordSet(lists.Conjunctions);
        AgentMarkers = new WordSet(lists.AgentMarkers);
        SupportVerbs = new WordSet(lists.SupportVerbs);
        Auxiliaries = new WordSet(lists.Auxiliaries);
    }

    /// <summary>True when the language has no such words.</summary>
    public bool IsEmpty { get; }

    /// <summary>Units of numbers, except units of time: <c>hectares</c>, <c>dollars</c>, <c>percent</c>.</summary>
    public WordSet Units { get; }

    /// <summary>Units of time: <c>hours</c>.</summary>
    public WordSet DurationUnits { get; }

    /// <summary><c>percent</c>, <c>percentage</c>, and the last word of <c>per cent</c>.</summary>
    public WordSet PercentWords { get; }

    /// <summary>Words that narrow a date down: <c>early</c>, <c>mid</c>, <c>summer</c>.</summary>
    public WordSet DateModifiers { get; }

    /// <summary>Words inside a date: <c>of</c> in <c>4th of July</c>.</summary>
    public WordSet DateJoiners { get; }

    /// <summary>Words and phrases of at most three words before a number that belong to it: <c>about</c>, <c>more than</c>.</summary>
    public WordSet Approximators { get; }

    /// <summary>Words that join two numbers into one: <c>to</c>, <c>or</c>, <c>and a</c>.</summary>
    public WordSet NumberJoiners { get; }

    /// <summary>Two words that ask for a count: <c>how many</c>.</summary>
    public WordSet CountPhrases { get; }

    /// <summary>Two words that ask for a duration: <c>how long</c>.</summary>
    public WordSet DurationPhrases { get; }

    /// <summary>Two words that ask for an age: <c>how old</c>.</summary>
    public WordSet AgePhrases { get; }

    /// <summary>Words next to a number that is an age: <c>old</c>, <c>aged</c>.</summary>
    public WordSet AgeWords { get; }

    /// <summary>Two words that ask for an amount: <c>how much</c>.</summary>
    public WordSet AmountPhrases { get; }

    /// <summary><c>who</c>, <c>whom</c>.</summary>
    public WordSet PersonAskingWords { get; }

    /// <summary><c>where</c>.</summary>
    public WordSet PlaceAskingWords { get; }

    /// <summary>Prepositions of being somewhere: <c>in</c>, <c>at</c>.</summary>
    public WordSet LocationPrepositions { get; }

    /// <summary>Articles that may stand before a name.</summary>
    public WordSet Articles { get; }

    /// <summary>Words before the last of an enumeration.</summary>
    public WordSet Conjunctions { get; }

    /// <summary>Words before the agent of an action: <c>by</c>.</summary>
    public WordSet AgentMarkers { get; }

    /// <summary>Verbs after <c>who</c> that show that it does not ask for the agent: <c>was</c>, <c>did</c>.</summary>
    public WordSet SupportVerbs { get; }

    /// <summary>Words allowed between an agent and the verb; no form of <c>be</c>.</summary>
    public WordSet Auxiliaries { get; }
}
