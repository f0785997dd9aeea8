using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Tests.Windows;

public sealed class WindowEncoderTests(BaseModelFixture fixture)
{
    private static readonly string[] Sentences = ["Ada Holm kept it.", "She was kind."];

    [Fact]
    public void Encode_LaysOutQuestionTitleAndSentences()
    {
        WindowEncoder encoder = fixture.CreateEncoder();

        ReaderWindow window = Assert.Single(encoder.Encode("Who kept it?", "Skarn", Sentences));

        Assert.Equal(
            "[CLS] who kept it ? [SEP] skarn : ada holm kept it . she was kind . [SEP]",
            encoder.Tokenizer.TextOf(window.Tokens)
        );
        Assert.Equal(6, Array.IndexOf(window.TokenTypes, 1));
        Assert.Equal(1, window.TokenTypes[^1]);
        Assert.Equal(5, window.SentenceNumbers.Count(number => number == 1));
        Assert.Equal(4, window.SentenceNumbers.Count(number => number == 2));
        Assert.Equal(0, window.SentenceNumbers[^1]);
    }

    [Fact]
    public void Encode_WhenThereIsNoTitle_LeavesOutTheColon()
    {
        WindowEncoder encoder = fixture.CreateEncoder();

        ReaderWindow window = Assert.Single(encoder.Encode("Who?", "", Sentences));

        Assert.StartsWith("[CLS] who ? [SEP] ada", encoder.Tokenizer.TextOf(window.Tokens), StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_WhenSentencesDoNotFit_StartsAnotherWindow()
    {
        WindowEncoder encoder = fixture.CreateEncoder(maxTokens: 12);

        ReaderWindow[] windows = [.. encoder.Encode("Who?", "", Sentences)];

        Assert.Equal([0, 1], windows.Select(window => window.FirstSentence));
        Assert.All(windows, window => Assert.Equal(1, window.SentenceCount));
        Assert.True(windows[1].Contains(1));
        Assert.False(windows[1].Contains(0));
    }

    [Fact]
    public void Encode_PutsNoMoreSentencesIntoAWindowThanAllowed()
    {
        ReaderWindow[] windows = [.. fixture.CreateEncoder().Encode("Who?", "", Sentences, maxSentences: 1)];

        Assert.Equal([0, 1], windows.Select(window => window.FirstSentence));
    }

    [Fact]
    public void Encode_CutsASentenceThatIsTooLong()
    {
        WindowEncoder encoder = fixture.CreateEncoder(maxTokens: 12);

        ReaderWindow window = Assert.Single(
            encoder.Encode("Who?", "", [string.Join(' ', Enumerable.Repeat("long", 50))])
        );

        Assert.Equal(12, window.Length);
    }

    [Fact]
    public void Tokenize_LeavesOutAccents()
    {
        ReaderTokenizer tokenizer = fixture.CreateEncoder().Tokenizer;

        Assert.Equal(tokenizer.Tokenize("zurich cafe"), tokenizer.Tokenize("Zürich Café"));
    }
}
