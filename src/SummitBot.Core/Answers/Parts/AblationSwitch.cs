namespace SummitBot.Core.Answers.Parts;

/// <summary>
/// Components of answering without a model that can be switched off one by one, at a cost in quality. <c>summitbot eval
/// --ablate</c> measures each.
/// </summary>
public enum AblationSwitch
{
    /// <summary>Search: neighbouring words of the question as loose phrases.</summary>
    Phrases,

    /// <summary>Search and sentences: thesaurus words that may replace words of the question.</summary>
    Synonyms,

    /// <summary>Search and sentences: the indexed word that an unknown word probably misspells.</summary>
    Spelling,

    /// <summary>Search and sentences: near duplicates of a passage, and equal sentences, count once.</summary>
    NearDuplicates,

    /// <summary>Search and sentences: the question's time expressions.</summary>
    Time,

    /// <summary>Follow-ups: content words of the earlier questions.</summary>
    EarlierQuestions,

    /// <summary>Follow-ups: the most distinctive words of the last answer.</summary>
    LastAnswer,

    /// <summary>Follow-ups: fragments ("And in 2019?") merged into the previous question.</summary>
    Fragments,

    /// <summary>Sentences: words of the question in any inflected or derived form.</summary>
    WordFamilies,

    /// <summary>Sentences: words of the question in exactly the same form.</summary>
    ExactForms,

    /// <summary>Sentences: score and rank of the passage.</summary>
    PassageRanking,

    /// <summary>Sentences: words of the question in the sentences before and after.</summary>
    Neighbours,

    /// <summary>Sentences: words of the question in title and heading.</summary>
    Titles,

    /// <summary>Sentences: a date, number, name or reason where the question asks for one.</summary>
    AnswerTypes,

    /// <summary>Sentences: a definition, when the question asks for one.</summary>
    Definitions,

    /// <summary>
    /// Sentences: words of the question anywhere in the passage, and names and numbers missing there.
    /// </summary>
    PassageWords,

    /// <summary>Sentences: words of the question that are neither names nor numbers.</summary>
    Actions,

    /// <summary>Sentences: similarity in meaning, by vectors.</summary>
    Meaning,

    /// <summary>Sentences, short answers and confidence: the model that reads question and passage together.</summary>
    Reading,

    /// <summary>Answers: a further sentence when it is nearly as likely.</summary>
    FurtherSentences,

    /// <summary>Answers: both sides when articles disagree.</summary>
    Conflicts,

    /// <summary>Answers: the part that answers by itself.</summary>
    ShortAnswers,

    /// <summary>Confidence: share of the question that the sentence and its surroundings cover.</summary>
    CoverageConfidence,

    /// <summary>Confidence: the question is negated and the sentence is not.</summary>
    NegationConfidence,

    /// <summary>Confidence: names of the question that the sentence lacks.</summary>
    NameConfidence,

    /// <summary>Confidence: the number of content words in the question.</summary>
    LengthConfidence,

    /// <summary>Confidence: the word of the question with the largest weight that the sentence lacks.</summary>
    HeaviestConfidence,

    /// <summary>Confidence: numbers of the question that the sentence lacks.</summary>
    NumberConfidence,
}
