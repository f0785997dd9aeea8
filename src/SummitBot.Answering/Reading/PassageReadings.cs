using SummitBot.Core.Articles;
using SummitBot.Core.Reading;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Reading;

/// <summary>The reader's scores for the sentences it has read.</summary>
public sealed class PassageReadings
{
    private readonly Dictionary<(ArticleId Article, TextRange Sentence), SentenceReading> _sentences = [];

    /// <summary>The number of sentences read.</summary>
    public int Count => _sentences.Count;

    /// <summary>The highest log odds of any sentence; negative infinity when none was read.</summary>
    public double BestLogOdds => _sentences.Values.Select(s => s.LogOdds).DefaultIfEmpty(double.NegativeInfinity).Max();

    /// <summary>Null for a sentence that was not read.</summary>
    internal SentenceReading? Find(ArticleId article, TextRange sentence) =>
        _sentences.TryGetValue((article, sentence), out SentenceReading reading) ? reading : null;

    /// <summary>Adds the sentences of a window.</summary>
    internal void Add(ReaderWindow window, WindowReading reading)
    {
        for (int i = 0; i < window.Sentences.Count; i++)
        {
            (TextRange? answer, double probability) = ShortAnswerSpan.Find(window, reading, i + 1);
            _sentences[(window.Article, window.Sentences[i])] = new SentenceReading(
                reading.SentenceLogits[i + 1] - reading.SentenceLogits[0],
                answer,
                probability
            );
        }
    }
}

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
