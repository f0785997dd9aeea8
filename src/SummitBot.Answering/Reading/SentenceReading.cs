using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Reading;

/// <summary>The reader's scores for a sentence.</summary>
/// <param name="LogOdds">The logit of this sentence minus the logit of "no sentence of the window answers".</param>
/// <param name="ShortAnswer">The most likely short answer in it, a range of the article's plain text; null when its
/// position is unknown.</param>
/// <param name="ShortAnswerProbability">Probability of the short answer among all spans of this sentence, 0 to
/// 1.</param>
internal readonly record struct SentenceReading(
    double LogOdds,
    TextRange? ShortAnswer = null,
    double ShortAnswerProbability = 0
);
