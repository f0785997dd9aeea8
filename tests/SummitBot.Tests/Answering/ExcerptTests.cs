using SummitBot.Core.Answers;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

public sealed class ExcerptTests : IDisposable
{
    private const string Long =
        "Southern California is home to Los Angeles International Airport, the second-busiest airport of the country by "
        + "passenger volume (see the list of airports by traffic) and the third by international passengers (see the other list), "
        + "San Diego International Airport, the busiest single runway airport of the world, Van Nuys Airport, the world's "
        + "busiest general aviation airport, major commercial airports at Orange County, Bakersfield, Ontario, Burbank and Long "
        + "Beach, and numerous smaller commercial and general aviation airports.";

    private readonly AnswerHost _host = new();

    public ExcerptTests() => _host.Build(IndexHost.CreateArticle("airports", $"{Long} It rains seldom."));

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("Which airport has the busiest single runway of the world?", "San Diego International Airport")]
    [InlineData("What is the world's busiest general aviation airport?", "Van Nuys Airport")]
    [InlineData("Which airport is the second-busiest by passenger volume?", "Los Angeles International Airport")]
    public async Task AnOverlongSentence_IsQuotedByTheClausesThatMeetTheQuestion(string question, string expected)
    {
        Answer answer = await _host.AskAsync(question);

        string quote = answer.Citations[0].Quote;
        Assert.Contains(expected, quote, StringComparison.Ordinal);
        Assert.True(quote.Length < 330);
        Assert.Contains(quote, Long, StringComparison.Ordinal);
        Assert.Equal(Long.IndexOf(quote, StringComparison.Ordinal), answer.Citations[0].Range.Start);
    }
}
