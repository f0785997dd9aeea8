using CsCheck;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Core.Passages;

public sealed class PassageSplitterTests
{
    private readonly PassageSplitter _splitter = new();

    [Fact]
    public void Split_GivesWindowsOfSixSentencesThatOverlapByThree()
    {
        Article article = CreateArticle(string.Join(' ', Enumerable.Range(1, 12).Select(i => $"Sentence {i} ends.")));

        IReadOnlyList<Passage> passages = _splitter.Split(article);

        Assert.Equal(["a#1", "a#2", "a#3"], passages.Select(p => p.Id.ToString()));
        Assert.All(passages, p => Assert.Equal(6, p.Sentences.Count));
        Assert.Equal(passages[0].Sentences.Skip(3), passages[1].Sentences.Take(3));
    }

    [Fact]
    public void Split_NeverCrossesAHeading()
    {
        const string text = "Before it. It rains.\nVisit\nAfter it. It shines.";
        Article article = CreateArticle(text) with { Headings = [new TextRange(21, 26)] };

        IReadOnlyList<Passage> passages = _splitter.Split(article);

        Assert.Equal(["Before it. It rains.", "After it. It shines."], passages.Select(p => p.Text));
        Assert.Equal([null, "Visit"], passages.Select(p => p.Heading));
    }

    [Fact]
    public void Split_OfHeadingsAlone_IsEmpty()
    {
        Article article = CreateArticle("Visit") with { Headings = [new TextRange(0, 5)] };

        Assert.Empty(_splitter.Split(article));
    }

    [Fact]
    public void Split_GivesExactRanges() =>
        Check.Sample(
            CsCheck
                .Gen.OneOf(
                    "A short one.",
                    "Is it? Yes!",
                    "Mr. Kim came on Jan. 5.",
                    "Überall 🚀 rockets.",
                    "他来了。她走了。"
                )
                .Array[1, 40],
            lines =>
            {
                Article article = CreateArticle(string.Join('\n', lines));

                IReadOnlyList<Passage> passages = _splitter.Split(article);

                Assert.NotEmpty(passages);
                Assert.All(
                    passages,
                    p =>
                    {
                        Assert.Equal(p.Range.Slice(article.Text), p.Text);
                        Assert.All(p.Sentences, s => Assert.Equal(s.Slice(article.Text), p.GetText(s)));
                        Assert.All(p.Sentences, s => Assert.DoesNotContain('\n', p.GetText(s)));
                    }
                );
            }
        );

    private static Article CreateArticle(string text) =>
        new()
        {
            Id = new ArticleId("a"),
            Title = "Title",
            Text = text,
            Language = "en",
            Source = "a.txt",
        };
}
