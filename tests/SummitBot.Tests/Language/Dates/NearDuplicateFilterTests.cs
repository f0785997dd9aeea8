using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Language.Dates;

public sealed class NearDuplicateFilterTests
{
    private const string Text =
        "The harbour of Grenmouth opened on Tuesday after nine years of work. It cost 48 million crowns in all. "
        + "A bridge joins it to the old town, and ferries leave every hour for the islands in the north.";

    private static readonly PassageSplitter Splitter = new();

    [Theory]
    [InlineData(Text, true)]
    [InlineData("Printed by permission. " + Text, true)]
    [InlineData("It cost 48 million crowns in all.", true)]
    [InlineData("The lighthouse keeper of Grenmouth retired after forty years on the rock.", false)]
    public void RemoveDuplicates_KeepsTheEarliestOfCopies(string later, bool isCopy)
    {
        RetrievedPassage copy = CreatePassage("later", later, 2, 9);
        RetrievedPassage original = CreatePassage("earlier", Text, 1, 5);

        IReadOnlyList<RetrievedPassage> folded = NearDuplicateFilter.RemoveDuplicates([copy, original]);

        Assert.Equal(isCopy ? ["earlier"] : ["later", "earlier"], folded.Select(p => p.Article.Id.Value));
        Assert.Equal(9, folded[0].Score);
    }

    [Theory]
    [InlineData("48", "61")]
    [InlineData("Grenmouth", "Norrholm")]
    [InlineData("nine", "seven")]
    public void RemoveDuplicates_WhenANumberOrNameWasReplaced_KeepsBoth(string before, string after)
    {
        RetrievedPassage one = CreatePassage("one", Text, 1, 9);
        RetrievedPassage other = CreatePassage("other", Text.Replace(before, after, StringComparison.Ordinal), 2, 8);

        Assert.Equal(2, NearDuplicateFilter.RemoveDuplicates([one, other]).Count);
    }

    [Fact]
    public void RemoveDuplicates_LeavesPassagesOfOneArticleAlone()
    {
        RetrievedPassage one = CreatePassage("one", Text, 1, 9);

        Assert.Equal(2, NearDuplicateFilter.RemoveDuplicates([one, one with { Score = 8 }]).Count);
    }

    [Fact]
    public void RemoveDuplicates_OfNothing_IsEmpty() => Assert.Empty(NearDuplicateFilter.RemoveDuplicates([]));

    private static RetrievedPassage CreatePassage(string id, string text, int day, double score)
    {
        Article article = IndexHost.CreateArticle(id, text) with { Published = new DateOnly(2021, 5, day) };
        return new RetrievedPassage(Splitter.Split(article)[0], article.Summary, score);
    }
}
