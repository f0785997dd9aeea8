using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>A sentence whose dates, numbers and names are recognized.</summary>
public interface IRecognizedSentence
{
    string Text { get; }

    IReadOnlyList<Word> Words { get; }

    IReadOnlyList<Mention> Mentions { get; }
}
