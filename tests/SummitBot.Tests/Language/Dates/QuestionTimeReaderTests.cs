using SummitBot.Language.Dates;

namespace SummitBot.Tests.Language.Dates;

public sealed class QuestionTimeReaderTests
{
    private static readonly DateOnly Today = new(2023, 9, 15);

    [Theory]
    [InlineData("Who came in 2019?", "2019-01-01..2019-12-31", "Who came in ?")]
    [InlineData("Who came in April 2019?", "2019-04-01..2019-04-30", "Who came in ?")]
    [InlineData("What was signed on Sept. 13, 2023?", "2023-09-13", "What was signed on ?")]
    [InlineData("Who came yesterday?", "2023-09-14", "Who came ?")]
    [InlineData("Who came last week?", "2023-09-04..2023-09-10", "Who came ?")]
    [InlineData("In 2019, who came in April 2019?", "2019-04-01..2019-04-30", "In , who came in ?")]
    public void Read_FindsTheTimeAskedFor(string question, string period, string timeless)
    {
        QuestionTime time = QuestionTimeReader.Read(question, "en", Today);

        Assert.Equal(period, time.Period?.ToString());
        Assert.Equal(timeless, time.TimelessText);
    }

    [Theory]
    [InlineData("Who came before the summit?")]
    [InlineData("Who came between 2010 and 2015?")]
    [InlineData("Did more come in 2023 than in 2019?")]
    [InlineData("What was in 2019 and in 2021?")]
    [InlineData("Who came on April 24?")]
    [InlineData("Who came on Wednesday?")]
    [InlineData("How many of the 2,019 guests came?")]
    public void Read_WhereNoOneTimeIsAskedFor_LeavesItToTheWords(string question) =>
        Assert.Same(QuestionTime.None, QuestionTimeReader.Read(question, "en", Today));

    [Theory]
    [InlineData("Who had come before 2019?", "2019-01-01", null, "Who had come ?")]
    [InlineData("Who spoke after 4 May 2021?", null, "2021-05-04", "Who spoke ?")]
    public void Read_SeesBeforeOrAfterWhichDay(string question, string? before, string? after, string timeless)
    {
        QuestionTime time = QuestionTimeReader.Read(question, "en", Today);

        Assert.Equal((before, after), (GetDay(time.Before), GetDay(time.After)));
        Assert.Equal(timeless, time.TimelessText);
        Assert.True(time.AsksForEntries);
    }

    private static string? GetDay(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("What was the last lecture about?", true, false)]
    [InlineData("What was the first lecture about?", false, true)]
    [InlineData("What happened in the last week?", false, false)]
    [InlineData("How long did the lecture last?", false, false)]
    public void Read_SeesTheLastAndTheFirst(string question, bool latest, bool earliest)
    {
        QuestionTime time = QuestionTimeReader.Read(question, "en", Today);

        Assert.Equal((latest, earliest), (time.WantsLatest, time.WantsEarliest));
    }

    [Theory]
    [InlineData("Who is the current head?", "en")]
    [InlineData("What is the most recent figure?", "en")]
    [InlineData("Where is he now?", "en")]
    [InlineData("¿Quién es el director actual?", "es")]
    public void Read_SeesThatTheNewestIsWanted(string question, string language)
    {
        QuestionTime time = QuestionTimeReader.Read(question, language, Today);

        Assert.True(time.WantsLatest);
        Assert.Null(time.Period);
    }

    [Theory]
    [InlineData("Who came last week?", "2023 September")]
    [InlineData("Who came this year?", "2023")]
    [InlineData("Who came in 2019?", "")]
    public void Read_NamesTheMonthsToSearch_OnlyForRelativeTimes(string question, string expected) =>
        Assert.Equal(expected, string.Join(' ', QuestionTimeReader.Read(question, "en", Today).SearchWords));

    [Theory]
    [InlineData("2023-09-13", true)]
    [InlineData("2023-02-30", false)]
    [InlineData("13.09.2023", false)]
    [InlineData("2023-9-13", false)]
    [InlineData("", false)]
    public void AsOf_TakesDaysOfTheCalendarOnly(string text, bool isRight)
    {
        DateOnly? day = AsOfDate.Read("asOf", text, out string? problem);

        Assert.Equal(isRight, day is not null);
        Assert.Equal(
            isRight ? null : $"asOf must be a day of the calendar written like 2023-09-13, not '{text}'.",
            problem
        );
    }
}
