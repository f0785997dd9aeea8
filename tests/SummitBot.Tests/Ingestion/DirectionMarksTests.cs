using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

/// <summary>Characters that change the text direction could disguise the text of a page.</summary>
public sealed class DirectionMarksTests : IDisposable
{
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.txt", "---\ntitle: The {0}title\n---\nThe leaders {0}met.")]
    [InlineData("a.md", "# The {0}title\n\nThe leaders {0}met.")]
    [InlineData("a.md", "---\ntitle: \"The \\u202Etitle\"\n---\nThe leaders <b>{0}met</b>.")]
    [InlineData("a.html", "<title>The &#x202e;{0}title</title><p>The leaders &#x2067;{0}met.")]
    public async Task CharactersThatTurnTheText_AreTakenOut(string name, string text)
    {
        Article article = await _folder.ReadAsync(name, text.Replace("{0}", Turning, StringComparison.Ordinal));

        Assert.Equal("The title", article.Title);
        Assert.Equal("The leaders met.", article.Text);
    }

    [Theory]
    [InlineData("التقى الرئيسان في 13 سبتمبر\u200E 2023\u200F.", "ar")]
    [InlineData("שני המנהיגים נפגשו ב-13 בספטמבר\u200F (2023)\u061C.", "he")]
    public async Task MarksThatArabicAndHebrewNeed_Stay(string text, string language)
    {
        Article article = await _folder.ReadAsync("a.txt", text);

        Assert.Equal(text, article.Text);
        Assert.Equal(language, article.Language);
    }
}
