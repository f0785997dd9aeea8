using SummitBot.Language.Dates;
using SummitBot.Language.Recognition;

namespace SummitBot.Tests.Language.Recognition;

public sealed class DateRecognizerTests
{
    /// <summary>A Friday.</summary>
    private static readonly DateOnly Published = new(2023, 9, 15);

    [Theory]
    [InlineData("The summit of 2019 was short.", "2019-01-01..2019-12-31")]
    [InlineData("They met in April 2019.", "2019-04-01..2019-04-30")]
    [InlineData("They met on Sept. 13, 2023, at noon.", "2023-09-13")]
    [InlineData("On Feb. 30, 2023, nothing was done.", "2023-01-01..2023-12-31")]
    [InlineData("They met on 13 September 2023.", "2023-09-13")]
    [InlineData("They met on the 13th of September, 2023.", "2023-09-13")]
    [InlineData("Dated 2023-09-13 by the clerk.", "2023-09-13")]
    [InlineData("The talks of April 24-25, 2019, failed.", "2019-04-24..2019-04-25")]
    public void Resolve_ReadsTimesWithTheirYear_WithoutAnAnchor(string text, string expected)
    {
        DatePhrase phrase = Assert.Single(DateRecognizer.Resolve(text, "en", anchor: null));

        Assert.Equal(expected, phrase.Period.ToString());
        Assert.Equal(DatePhraseKind.Written, phrase.Kind);
    }

    [Theory]
    [InlineData("The train left yesterday.", "2023-09-14")]
    [InlineData("Today the train left.", "2023-09-15")]
    [InlineData("It had left the previous day.", "2023-09-14")]
    [InlineData("The train left on Wednesday.", "2023-09-13")]
    [InlineData("The train left on Friday.", "2023-09-15")]
    [InlineData("The train left last Friday.", "2023-09-08")]
    [InlineData("The train leaves next Wednesday.", "2023-09-20")]
    [InlineData("The train left two days ago.", "2023-09-13")]
    [InlineData("The train left 3 weeks ago.", "2023-08-21..2023-08-27")]
    [InlineData("The train left last week.", "2023-09-04..2023-09-10")]
    [InlineData("The train left last month.", "2023-08-01..2023-08-31")]
    [InlineData("The train left this year.", "2023-01-01..2023-12-31")]
    [InlineData("The train left on April 24.", "2023-04-24")]
    [InlineData("The train left on Dec. 28.", "2023-12-28")]
    [InlineData("The train left in August.", "2023-08-01..2023-08-31")]
    public void Resolve_TellsOtherTimesFromTheDayOfPublication(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(DateRecognizer.Resolve(text, "en", Published)).Period.ToString());

    [Fact]
    public void Resolve_TakesTheNearestYear_AroundTheTurnOfTheYear()
    {
        var january = new DateOnly(2024, 1, 3);

        Assert.Equal(
            "2023-12-28",
            Assert.Single(DateRecognizer.Resolve("It left on Dec. 28.", "en", january)).Period.ToString()
        );
    }

    [Theory]
    [InlineData("Se reunieron el 13 de septiembre de 2023.", "2023-09-13")]
    [InlineData("Llegó ayer.", "2023-09-14")]
    [InlineData("Llegó el miércoles.", "2023-09-13")]
    [InlineData("Llegó la semana pasada.", "2023-09-04..2023-09-10")]
    public void Resolve_ReadsSpanish(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(DateRecognizer.Resolve(text, "es", Published)).Period.ToString());

    [Theory]
    [InlineData("It may rain in the march past.")]
    [InlineData("It cost $2019 and 2,019 people came.")]
    [InlineData("Some 1999.5 tonnes and 2019% more.")]
    [InlineData("The sun sat low on the 1990s.")]
    [InlineData("")]
    public void Resolve_WhereNoTimeIsNamed_FindsNone(string text) =>
        Assert.Empty(DateRecognizer.Resolve(text, "en", Published));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Resolve_WithAnAnchorAtTheEndOfTime_FindsOnlyWrittenTimes(string anchor) =>
        Assert.Equal(
            ["2019-01-01..2019-12-31"],
            DateRecognizer
                .Resolve("999 years ago, yesterday, next year, in 2019", "en", DateOnly.Parse(anchor, null))
                .Select(p => p.Period.ToString())
        );

    [Theory]
    [InlineData("since 2019", true)]
    [InlineData("by the end of 2019", true)]
    [InlineData("after the September 2023 talks", true)]
    [InlineData("at the end of 2019", false)]
    [InlineData("in September 2023", false)]
    public void Resolve_MarksTimesBeforeOrAfterADate(string text, bool expected) =>
        Assert.Equal(expected, Assert.Single(DateRecognizer.Resolve(text, "en", Published)).IsOpen);
}
