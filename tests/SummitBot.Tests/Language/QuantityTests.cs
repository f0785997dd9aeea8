using SummitBot.Language.Recognition;

namespace SummitBot.Tests.Language;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("9,412 votes", "en", "9412", "", "votes")]
    [InlineData("2.4 million euros", "en", "2.4", "", "million euros")]
    [InlineData("$12.50", "en", "12.50", "$", "")]
    [InlineData("12.400 Einwohner", "de", "12400", "", "Einwohner")]
    [InlineData("4,2 Millionen Euro", "de", "4.2", "", "Millionen Euro")]
    [InlineData("26.50", "de", "26.50", "", "")]
    [InlineData("61%", "en", "61", "", "%")]
    public void Parse_ReadsTheNumberAsTheLanguageWritesIt(
        string text,
        string language,
        string value,
        string sign,
        string unit
    )
    {
        var quantity = Quantity.Parse(text, language);

        Assert.NotNull(quantity);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), quantity.Value);
        Assert.Equal(sign, quantity.Sign);
        Assert.Equal(unit, quantity.Unit);
    }

    [Theory]
    [InlineData("about 12 metres")]
    [InlineData("1,2,3 metres")]
    [InlineData("metres")]
    [InlineData("")]
    public void Parse_OfSomethingElse_IsNull(string text) => Assert.Null(Quantity.Parse(text, "en"));

    [Theory]
    [InlineData("52 metres", "38 metres", "en", "14 metres")]
    [InlineData("9,412 votes", "8,077 votes", "en", "1,335 votes")]
    [InlineData("6,8 Millionen Euro", "4,2 Millionen Euro", "de", "2,6 Millionen Euro")]
    [InlineData("$4.80", "$3", "en", "$1.8")]
    [InlineData("2 metres", "1 metre", "en", "1 metres")]
    public void Minus_IsWrittenLikeTheLargerOne(string larger, string smaller, string language, string difference)
    {
        Quantity one = Quantity.Parse(larger, language)!;
        Quantity other = Quantity.Parse(smaller, language)!;

        Assert.True(one.IsComparable(other));
        Assert.Equal(difference, one.Minus(other));
    }

    [Theory]
    [InlineData("900 kilograms", "4 metres")]
    [InlineData("2 million euros", "300 euros")]
    [InlineData("$5", "5 euros")]
    public void IsComparable_IsFalseForOtherUnitsAndScales(string one, string other) =>
        Assert.False(Quantity.Parse(one, "en")!.IsComparable(Quantity.Parse(other, "en")!));
}
