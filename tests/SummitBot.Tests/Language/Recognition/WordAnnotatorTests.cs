using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Tests.Language.Recognition;

public sealed class WordAnnotatorTests
{
    [Theory]
    [InlineData("two million", 2_000_000.0, null)]
    [InlineData("$1.5 million", 1_500_000.0, "$")]
    [InlineData("twenty-five", 25.0, null)]
    [InlineData("the 1990s", 1990.0, "decade")]
    [InlineData("30 per cent", 30.0, "%")]
    [InlineData("1,500 kilometres", 1_500.0, "km")]
    public void Annotate_ReadsNumbersWithTheirUnits(string text, double value, string? unit)
    {
        AnnotatedWord number = Assert.Single(WordAnnotator.Annotate(text, "en"), w => w.IsNumber);

        Assert.Equal(value, number.Value);
        Assert.Equal(unit, number.Unit);
    }

    [Theory]
    [InlineData("The train carried Kim to Vladivostok in April.", "Kim|Vladivostok")]
    [InlineData("Trains go slowly.", "")]
    [InlineData("Hartmanis won: Stearns too.", "Hartmanis|Stearns")]
    public void Annotate_MarksNames(string text, string names) =>
        Assert.Equal(
            names,
            string.Join('|', WordAnnotator.Annotate(text, "en").Where(w => w.IsName).Select(w => w.Text))
        );

    [Fact]
    public void Annotate_SplitsContractions_AndFindsMonths()
    {
        IReadOnlyList<AnnotatedWord> words = WordAnnotator.Annotate("It isn't Sept. 13.", "en");

        Assert.Equal(["it", "is", "not", "sept", "13"], words.Select(w => w.Lower));
        Assert.Equal(9, words[3].Month);
        Assert.True(WordClasses.IsNegation(words[2]));
    }

    [Theory]
    [InlineData("1.500", "es", 1_500.0)]
    [InlineData("1,5", "es", 1.5)]
    [InlineData("1,500", "en", 1_500.0)]
    [InlineData("14 million", "en", null)]
    public void GetValue_FollowsTheRulesOfTheLanguage(string digits, string language, double? value) =>
        Assert.Equal(value, NumberRecognizer.GetValue(digits, LanguageProfiles.For(language)));

    [Theory]
    [InlineData("Did Putin and Kim meet?", "en", "Putin|Kim")]
    [InlineData("Where did Apollo 11 land in 1969?", "en", "Apollo 11")]
    [InlineData("Where is it?", "en", "")]
    public void FindInQuestion_FindsNames(string question, string language, string names) =>
        Assert.Equal(
            names,
            string.Join(
                '|',
                NameRecognizer.FindInQuestion(Tokenizer.SplitQuestion(question), LanguageProfiles.For(language))
            )
        );
}
