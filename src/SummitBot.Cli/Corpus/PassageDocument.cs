using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Cli.Corpus;

/// <summary>One passage as JSON; <c>text</c> is the article's text from <c>start</c> to <c>end</c>.</summary>
/// <param name="Heading">The heading it stands under, or null.</param>
public sealed record PassageDocument(
    string Id,
    string ArticleId,
    string Title,
    string? Heading,
    string Text,
    int Start,
    int End
)
{
    public static PassageDocument From(Article article, Passage passage)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(passage);
        return new PassageDocument(
            passage.Id.ToString(),
            article.Id.Value,
            article.Title,
            passage.Heading,
            passage.Text,
            passage.Range.Start,
            passage.Range.End
        );
    }
}
