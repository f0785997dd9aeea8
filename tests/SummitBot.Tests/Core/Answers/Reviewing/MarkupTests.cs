using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Retrieval;
using static SummitBot.Tests.Core.Answers.Reviewing.ReviewSetup;

namespace SummitBot.Tests.Core.Answers.Reviewing;

public sealed class MarkupTests
{
    private static readonly RetrievedPassage Talks = Passage("talks", "The talks lasted more than five hours.");

    [Theory]
    [InlineData("**The talks** lasted _more than_ five hours.")]
    [InlineData("- The talks lasted more than five hours. [1]")]
    [InlineData("## The talks lasted more than five hours.")]
    [InlineData("1. The talks lasted more than five hours[2][3].")]
    [InlineData("The talks lasted\n more  than five hours.")]
    [InlineData("The talks lasted more than five hours. 1.")]
    [InlineData("The tal\u200bks \u202elasted\u202c more than five hours\u2060.")]
    public void Check_ShowsTheWordsAlone_WhereMarksAreHarmless(string text)
    {
        ReviewedSentence reviewed = Open("How long?", Talks).Check(Sentence(text, Talks));

        Assert.Equal(SentenceAction.Kept, reviewed.Action);
        Assert.Equal("The talks lasted more than five hours.", reviewed.Sentence?.Text);
    }

    [Theory]
    [InlineData("[The talks lasted more than five hours.](https://evil.example/x)")]
    [InlineData("The talks lasted more than five hours ![x](//evil.example/a.png).")]
    [InlineData("The talks lasted more than five hours, see https://evil.example.")]
    [InlineData("The talks lasted more than five hours, see www.evil.example.")]
    [InlineData("The talks lasted more than five hours, see evil-site.com.")]
    [InlineData("The talks lasted more than five hours, write to a@evil.example.")]
    [InlineData("The talks lasted more than five hours <b>today</b>.")]
    [InlineData("The talks lasted more than five hours &lt;script&gt;alert(1)&lt;/script&gt;.")]
    [InlineData("The talks lasted more than five hours javascript:alert(1).")]
    [InlineData("The talks lasted more than five hours `rm`.")]
    [InlineData("[1]: https://evil.example")]
    [InlineData("The talks lasted [more than five hours][1].")]
    [InlineData("The talks lasted more than five hours h\u200bttps://evil.example.")]
    public void Check_NeverShowsAModelsSentenceWithAnAddressOrMarkup(string text)
    {
        ReviewedSentence reviewed = Open("How long?", Talks).Check(Sentence(text, Talks));

        Assert.False(reviewed.Stands);
        Assert.DoesNotContain("evil", reviewed.Sentence?.Text ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('<', reviewed.Sentence?.Text ?? "");
    }
}
