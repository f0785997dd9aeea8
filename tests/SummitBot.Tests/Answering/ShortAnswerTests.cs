using SummitBot.Core.Answers;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

public sealed class ShortAnswerTests : IDisposable
{
    /// <summary>The confidence from which on words are set apart.</summary>
    private const double Sure = 0.6;

    private readonly AnswerHost _host = new(("SummitBot:Reader:Provider", "none"));

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(
        "When did the leaders meet in Vladivostok?",
        "The leaders met in Vladivostok on April 25, 2019.",
        "April 25, 2019"
    )]
    [InlineData(
        "When did the emperor widen his attacks?",
        "In the summer of 1521, the emperor widened his attacks.",
        "summer of 1521"
    )]
    [InlineData(
        "When was the church founded?",
        "The church was founded in the late 10th century by monks.",
        "late 10th century"
    )]
    [InlineData(
        "When did Trevithick obtain his patent?",
        "Around 1800 engines were rare, slow and heavy; Trevithick obtained his patent in 1802.",
        "1802"
    )]
    [InlineData(
        "How large is the launch site in the forest?",
        "The launch site in the forest covers 109 hectares.",
        "109 hectares"
    )]
    [InlineData(
        "How long did the talks of the leaders in Vladivostok last?",
        "The talks of the leaders in Vladivostok lasted about three and a half hours.",
        "about three and a half hours"
    )]
    [InlineData(
        "How fast does the train go on the old line?",
        "The train may go at no more than 60 kilometres an hour on the old line.",
        "no more than 60 kilometres"
    )]
    [InlineData(
        "How old was the keeper of the lighthouse when he died?",
        "The keeper of the lighthouse was 72 years old when he died, after 40 years of service.",
        "72 years"
    )]
    [InlineData("When was the lighthouse of Trell built?", "The lighthouse of Trell was built in 1911.[2]", "1911")]
    [InlineData(
        "How much did the bridge cost?",
        "The bridge cost more than $1.5 billion in the end.",
        "more than $1.5 billion"
    )]
    [InlineData(
        "What percentage of voters stayed away from the polls in the spring?",
        "Some 12 of 30 towns report that 45% of voters stayed away from the polls in the spring.",
        "45%"
    )]
    [InlineData(
        "How many volunteers joined the search?",
        "In 40 villages 16,000 to 35,000 local volunteers joined the search.",
        "16,000 to 35,000"
    )]
    [InlineData(
        "Who designed the parliament building?",
        "The parliament building was designed by Enric Miralles.",
        "Enric Miralles"
    )]
    [InlineData(
        "Who wrote the paper on algorithms?",
        "The paper on algorithms was written by Juris Hartmanis and Richard Stearns.",
        "Juris Hartmanis and Richard Stearns"
    )]
    [InlineData(
        "Who signed the treaty?",
        "The treaty was signed by Juris Hartmanis and Richard Stearns in 1990.",
        "Juris Hartmanis and Richard Stearns"
    )]
    [InlineData(
        "Who welcomed the guest at the pier?",
        "Mayor Ada Quill welcomed the guest at the pier.",
        "Mayor Ada Quill"
    )]
    [InlineData("Who congratulated the guest?", "Cameron congratulated the guest on his victory.", "Cameron")]
    [InlineData(
        "Where was the brotherhood founded?",
        "The brotherhood was founded in Ismailiyah, Egypt.",
        "Ismailiyah, Egypt"
    )]
    public async Task AnswerAsync_MarksTheWordsThatAnswer(string question, string text, string? expected)
    {
        Answer answer = await AskAsync(question, text);

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal(expected, answer.ShortAnswer?.Text);
    }

    [Theory]
    [InlineData(
        "When did the two fleets of the king meet in the bay?",
        "The two fleets of the king met in the bay in 1801 or 1805."
    )]
    [InlineData(
        "How far did the price of bread rise in the northern towns?",
        "The price of bread rose from 3 to 5 crowns in the northern towns."
    )]
    [InlineData(
        "How many men guarded the old fort on the hill?",
        "Men guarded the old fort on the hill with 30 horses and 12 dogs."
    )]
    [InlineData(
        "Who is elected by the assembly of the northern towns?",
        "The assembly of the northern towns elects one member of Parliament."
    )]
    [InlineData(
        "Who designed the hall of the northern harbour?",
        "The hall of the northern harbour was designed by Spanish architects."
    )]
    [InlineData(
        "Why did the ship leave the northern harbour in spring?",
        "The ship left the northern harbour in spring because Captain Bligh was ill."
    )]
    [InlineData("What did Captain Bligh load in the harbour?", "Captain Bligh loaded 300 trees in the harbour.")]
    [InlineData(
        "How old was the keeper of the lighthouse in the storm?",
        "The keeper of the lighthouse in the storm had served for 40 years."
    )]
    public async Task AnswerAsync_WhenNotSure_MarksNothing(string question, string text)
    {
        Answer answer = await AskAsync(question, text);

        Assert.InRange(answer.Confidence, Sure, 1);
        Assert.Null(answer.ShortAnswer);
    }

    [Theory]
    [InlineData("When did the first launch of the heavy rocket fail?", "The first launch is planned for 2024.")]
    [InlineData("How many ships lay in the northern harbour?", "In the harbour lay 12 ships.")]
    public async Task AnswerAsync_WhenTheSentenceMayNotAnswer_MarksNothing(string question, string text)
    {
        Answer answer = await AskAsync(question, text);

        Assert.InRange(answer.Confidence, 0, Sure);
        Assert.Null(answer.ShortAnswer);
    }

    [Fact]
    public async Task AnswerAsync_InSpanish_MarksTheWholeDate()
    {
        _host.Build(
            IndexHost.CreateArticle("es", "El acuerdo se firmó el 28 de febrero de 2008 en Nairobi.") with
            {
                Language = "es",
            }
        );

        Answer answer = await _host.AskAsync("¿Cuándo se firmó el acuerdo?");

        Assert.Equal("28 de febrero de 2008", answer.ShortAnswer?.Text);
    }

    [Fact]
    public async Task AnswerAsync_InALanguageWithoutWordsForIt_MarksNothing()
    {
        _host.Build(
            IndexHost.CreateArticle("de", "Das Abkommen wurde 2008 in Nairobi geschlossen.") with
            {
                Language = "de",
            }
        );

        Answer answer = await _host.AskAsync("Wann wurde das Abkommen in Nairobi geschlossen?");

        Assert.NotEmpty(answer.Citations);
        Assert.Null(answer.ShortAnswer);
    }

    [Fact]
    public async Task AnswerAsync_TheShortAnswerIsTheArticlesTextInItsRange()
    {
        const string text =
            "\U0001F6A2 Quay news. The “old” quay opened on 4 May 1921 with 12 cranes. Mayor Ada Quill opened the new quay. "
            + "The new quay cost €48 million. The harbour was moved to Port Royal in 1950.";
        _host.Build(IndexHost.CreateArticle("quay", text));
        string[] questions =
        [
            "When did the old quay open?",
            "How many cranes had the old quay?",
            "Who opened the new quay?",
            "How much did the new quay cost?",
            "When was the harbour moved?",
        ];
        var marked = new List<string>();
        foreach (string question in questions)
        {
            Answer answer = await _host.AskAsync(question);
            if (answer.ShortAnswer is { } found)
            {
                Assert.Equal(found.Range.Slice(text), found.Text);
                Assert.True(answer.Citations[0].Range.Contains(found.Range));
                Assert.Equal(1, found.Citation);
                marked.Add(found.Text);
            }
        }

        Assert.Equal(["4 May 1921", "12", "Mayor Ada Quill", "€48 million", "1950"], marked);
    }

    private Task<Answer> AskAsync(string question, string text)
    {
        _host.Build(IndexHost.CreateArticle("a", text));
        return _host.AskAsync(question);
    }
}
