using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Tests.Language.Tokens;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Kim's U-turn, 24 April.", "Kim|s|U|turn|24|April")]
    [InlineData("It cost $1,500 (30%).", "It|cost|1|500|30")]
    [InlineData("2019年に", "2019|年|に")]
    [InlineData("푸틴이 왔다", "푸|틴|이|왔|다")]
    [InlineData("हिन्दी में", "हिन्दी|में")]
    [InlineData("Hi 👋 there", "Hi|there")]
    public void Tokenize_AtEverySign_SplitsSignsAndEastAsianCharacters(string text, string words) =>
        Assert.Equal(words, Join(text, WordBoundaries.AtEverySign));

    [Theory]
    [InlineData("Didn't Kim Jong-un come?", "Didn't|Kim|Jong-un|come")]
    [InlineData("'quoted' - and so on", "quoted|and|so|on")]
    [InlineData("푸틴이 왔다", "푸틴이|왔다")]
    public void Tokenize_BetweenCompounds_KeepsInnerHyphensAndApostrophes(string text, string words) =>
        Assert.Equal(words, Join(text, WordBoundaries.BetweenCompounds));

    [Theory]
    [InlineData(
        "The U.S. spent $1,500.50, or 30%, on Kim's 5km U-turn.",
        "The|U.S.|spent|$1,500.50|or|30%|on|Kim's|5km|U|turn"
    )]
    [InlineData("the 1990s and the 3rd", "the|1990s|and|the|3rd")]
    public void Tokenize_AroundMeasures_KeepsNumbersWithTheirSigns(string text, string words) =>
        Assert.Equal(words, Join(text, WordBoundaries.AroundMeasures));

    [Fact]
    public void Tokenize_TellsWhereWordsAre()
    {
        const string text = "¿Qué artículos, señor?";

        Assert.All(Tokenizer.Tokenize(text), w => Assert.Equal(w.Text, text[w.Start..w.End]));
        Assert.Equal(["qué", "artículos", "señor"], Tokenizer.Tokenize(text).Select(w => w.Form));
        Assert.Equal(["que", "articulos", "senor"], Tokenizer.GetStems(text));
    }

    [Fact]
    public void Tokenize_OfTerms_LeavesOutFootnotesAndPossessives()
    {
        const string text = "Kim's train[12] came";
        Term[] terms = [new("kim", 0, 5), new("train", 6, 11), new("12", 12, 14), new("came", 16, 20)];

        Assert.Equal(["Kim", "train", "came"], Tokenizer.Tokenize(terms, text).Select(w => w.Text));
    }

    [Theory]
    [InlineData("Tschüss", "tschuss")]
    [InlineData("Kim’s", "kim's")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("が", "\u304B\u3099")]
    public void Fold_RemovesAccentsAndVowelSigns(string word, string folded) =>
        Assert.Equal(folded, Tokenizer.Fold(word));

    [Fact]
    public void Asks_FindsQuestionWordsAnywhere()
    {
        Assert.True(LanguageProfiles.For("en").Asks("the reason why he came"));
        Assert.False(LanguageProfiles.For("en").Asks("the green train"));
    }

    private static string Join(string text, WordBoundaries boundaries) =>
        string.Join('|', Tokenizer.Tokenize(text, boundaries).Select(w => w.Text));
}
