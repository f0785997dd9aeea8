namespace SummitBot.Core.Answers.Parts;

/// <summary>
/// What answering without a model is made of and works without, if less well. <c>summitbot eval --ablate</c> leaves out one
/// after the other.
/// </summary>
public enum AblationSwitch
{
    /// <summary>Search: neighbouring words of the question as loose phrases.</summary>
    Phrases,

    /// <summary>Search and sentences: words that may stand for the question's, from the thesaurus.</summary>
    Synonyms,

    /// <summary>Search and sentences: the indexed word that an unknown one likely misspells.</summary>
    Spelling,

    /// <summary>Search and sentences: near-copies of a passage, and equal sentences, count once.</summary>
    NearDuplicates,

    /// <summary>Search and sentences: what the question says of time.</summary>
    Time,

    /// <summary>Follow-ups: content words of the earlier questions.</summary>
    EarlierQuestions,

    /// <summary>Follow-ups: the most telling words of the last answer.</summary>
    LastAnswer,

    /// <summary>Follow-ups: fragments ("And in 2019?") fitted into the question before.</summary>
    Fragments,

    /// <summary>Sentences: words of the question in any form of their family.</summary>
    WordFamilies,

    /// <summary>Sentences: words of the question in the very same form.</summary>
    ExactForms,

    /// <summary>Sentences: score and rank of the passage.</summary>
    PassageRanking,

    /// <summary>Sentences: words of the question in the sentences before and after.</summary>
    Neighbours,

    /// <summary>Sentences: words of the question in title and heading.</summary>
    Titles,

    /// <summary>Sentences: a date, number, name or reason where the question asks for one.</summary>
    AnswerTypes,

    /// <summary>Sentences: one that says what something is, where the question asks that.</summary>
    Definitions,

    /// <summary>Sentences: words of the question anywhere in the passage, names and numbers missing there.</summary>
    PassageWords,

    /// <summary>Sentences: words of the question that are neither names nor numbers.</summary>
    Actions,

    /// <summary>Sentences: likeness in meaning, by vectors.</summary>
    Meaning,

    /// <summary>Sentences, short answers and confidence: the model that reads question and passage together.</summary>
    Reading,

    /// <summary>Answers: a further sentence when it is nearly as likely.</summary>
    FurtherSentences,

    /// <summary>Answers: both sides where articles disagree.</summary>
    Conflicts,

    /// <summary>Answers: the words that answer by themselves.</summary>
    ShortAnswers,

    /// <summary>Confidence: share of the question that the sentence and what is near it cover.</summary>
    CoverageConfidence,

    /// <summary>Confidence: a negation of the question missing in the sentence.</summary>
    NegationConfidence,

    /// <summary>Confidence: names of the question missing in the sentence.</summary>
    NameConfidence,

    /// <summary>Confidence: the number of content words in the question.</summary>
    LengthConfidence,

    /// <summary>Confidence: the weightiest word of the question missing in the sentence.</summary>
    HeaviestConfidence,

    /// <summary>Confidence: numbers of the question missing in the sentence.</summary>
    NumberConfidence,
}
