using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class HtmlTests : IDisposable
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en-US">
        <head>
          <title>Putin and Kim meet - The Example</title>
          <meta property="og:title" content="Putin &amp; Kim meet">
          <meta property="og:site_name" content="The Example">
          <meta property="article:published_time" content="2023-09-13T12:00:00+10:00">
          <link rel="canonical" href="https://example.org/news/1">
          <style>p { color: secretstyle }</style>
          <script>var secretscript = "<p>secretscript</p>";</script>
        </head>
        <body>
          <header><a href="/">secretheader</a></header>
          <nav><ul><li><a href="/a">secretnav</a></li><li><a href="/b">Sport</a></li></ul></nav>
          <article>
            <h1>Putin &amp; Kim meet</h1>
            <p>President Vladimir Putin of Russia and North Korea’s Kim Jong-un met at the <b>Vostochny</b> Cosmodrome in the
               Siberian Amur&nbsp;region, beginning talks in the first facility of the <a href="/soyuz">Soyuz-2</a> complex.</p>
            <!-- secretcomment -->
            <p style="display: none">secretstyled</p><p hidden>secrethidden</p>
            <p>At the start, Putin told Kim that there were many topics to cover, and that he was pleased to see him there,
               extending a warm welcome.<script>secretinner()</script></p>
            <h2>The <em>visit</em></h2>
            <ul><li>During the tour of the cosmodrome, the leaders received a briefing on the technical aspects.</li>
                <li>Kim showed particular interest in rocket propellants, spent stages, and launch vehicle propulsion.</li></ul>
            <blockquote>He noted that both sides would discuss a wide range of issues, adding that there was time.</blockquote>
            <p>The Vostochny Cosmodrome, though still under construction, sits on 109 hectares and includes plans for more.</p>
          </article>
          <aside>secretaside</aside>
          <footer>secretfooter</footer>
        </body>
        </html>
        """;

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APageGivesItsMainContentAsBlocks()
    {
        Article article = await _folder.ReadAsync("a.html", Page);

        Assert.Equal(
            """
            President Vladimir Putin of Russia and North Korea’s Kim Jong-un met at the Vostochny Cosmodrome in the Siberian Amur region, beginning talks in the first facility of the Soyuz-2 complex.
            At the start, Putin told Kim that there were many topics to cover, and that he was pleased to see him there, extending a warm welcome.
            The visit
            During the tour of the cosmodrome, the leaders received a briefing on the technical aspects.
            Kim showed particular interest in rocket propellants, spent stages, and launch vehicle propulsion.
            He noted that both sides would discuss a wide range of issues, adding that there was time.
            The Vostochny Cosmodrome, though still under construction, sits on 109 hectares and includes plans for more.
            """,
            article.Text
        );
        Assert.Equal(["The visit"], ArticleFolder.GetHeadings(article));
    }

    [Fact]
    public async Task APageGivesItsMetadata()
    {
        Article article = await _folder.ReadAsync("a.html", Page);

        Assert.Equal("Putin & Kim meet", article.Title);
        Assert.Equal("The Example", article.Publisher);
        Assert.Equal(new DateOnly(2023, 9, 13), article.Published);
        Assert.Equal(new Uri("https://example.org/news/1"), article.Url);
        Assert.Equal("en", article.Language);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.65)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public async Task HalfAPageStillGivesItsText(double share)
    {
        Article article = await _folder.ReadAsync("a.html", Page[..(int)(Page.Length * share)]);

        Assert.StartsWith("President Vladimir Putin", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", article.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Fragments =>
        new()
        {
            { "paragraph", "<p>One came.</p><p>Two came.</p>", "One came.\nTwo came." },
            { "bare text", "One came.", "One came." },
            { "div text", "<div>One came.<div>Two came.</div>Three came.</div>", "One came.\nTwo came.\nThree came." },
            {
                "line breaks",
                "<p>One came.<br>Two came.<br/><br/>Three came.</p>",
                "One came.\nTwo came.\nThree came."
            },
            { "preformatted", "<pre>One came.\n  Two came.</pre>", "One came.\nTwo came." },
            {
                "table",
                "<table><tr><th>Rocket<th>First</tr><tr><td><b>Angara</b></td><td>2014</td></tr></table>",
                "Rocket: Angara; First: 2014."
            },
            { "nested list", "<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>", "One\nTwo\nThree" },
            { "definition list", "<dl><dt>Angara</dt><dd>A rocket.</dd></dl>", "Angara\nA rocket." },
            { "inline elements", "<p>O<i>n</i>e <span>c</span>ame<sup>1</sup>.</p>", "One came1." },
            { "entities", "<p>A &amp; B&nbsp;&mdash; C &#8217; &lt;d&gt;.</p>", "A & B — C ’ <d>." },
            { "unclosed", "<p>One came.<p>Two <b>came.", "One came.\nTwo came." },
            { "image", "<p>Before <img src=a.png alt='a rocket'> after.</p>", "Before after." },
            { "noscript", "<p>One came.</p><noscript>Turn it on.</noscript>", "One came." },
            { "form", "<p>One came.</p><form><p>Your name</p><button>Send</button></form>", "One came." },
            { "visibility", "<p>One came.</p><p style='visibility:hidden'>No.</p>", "One came." },
            { "aria-hidden", "<p>One came.</p><p aria-hidden='true'>No.</p>", "One came." },
            { "template", "<p>One came.</p><template><p>No.</p></template>", "One came." },
            { "outer footer", "<p>One came.</p><footer>No.</footer><nav>No.</nav><aside>No.</aside>", "One came." },
        };

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task AShortPageGivesAllItsVisibleText(string what, string body, string expected)
    {
        Article article = await _folder.ReadAsync("a.html", $"<html><body>{body}</body></html>");

        Assert.True(expected == article.Text, $"{what}: {article.Text}");
    }

    [Theory]
    [InlineData("<meta name=date content='2023-09-13'>")]
    [InlineData("<meta itemprop=datePublished content='2023-09-13T01:02:03Z'>")]
    [InlineData(
        "<meta property='article:published_time' content='nonsense'><meta name=pubdate content='September 13, 2023'>"
    )]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-09-13T08:00\"}</script>"
    )]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{},{\"datePublished\":\"2023-09-13\"}]}</script>")]
    [InlineData(
        "<script type='application/ld+json'>[{\"datePublished\":20230913}, {\"datePublished\":\"2023-09-13\"}]</script>"
    )]
    [InlineData("<script type='application/ld+json'>{broken</script><time datetime='2023-09-13'>a Wednesday</time>")]
    public async Task TheDateIsFoundWhereItStands(string markup)
    {
        Article article = await _folder.ReadAsync("a.html", $"{markup}<p>The two leaders met there.</p>");

        Assert.Equal(new DateOnly(2023, 9, 13), article.Published);
    }

    [Theory]
    [InlineData(
        "<link rel=canonical href='/news/1'><meta property='og:url' content='https://example.org/2'>",
        "https://example.org/2"
    )]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", null)]
    [InlineData("<meta property='og:url' content='file:///etc/passwd'>", null)]
    public async Task OnlyAnAbsoluteWebAddressIsTaken(string markup, string? expected)
    {
        Article article = await _folder.ReadAsync("a.html", $"{markup}<p>The two leaders met there.</p>");

        Assert.Equal(expected, article.Url?.ToString());
    }

    [Theory]
    [InlineData("<title>The summit</title><p>They met there.</p>", "The summit")]
    [InlineData("<h1>The summit</h1><p>They met there.</p>", "The summit")]
    [InlineData("<p>They met there.</p>", "Kim visit")]
    public async Task TheTitleIsTheOneOfThePage_ElseItsHeading_ElseTheFileName(string page, string title)
    {
        Article article = await _folder.ReadAsync("kim-visit.html", page);

        Assert.Equal((title, "They met there."), (article.Title, article.Text));
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("xx-not-a-tag", "xx")]
    [InlineData("english", "en")]
    [InlineData("", "en")]
    public async Task TheLanguageOfThePageIsTaken_WhenItIsATag(string lang, string expected)
    {
        Article article = await _folder.ReadAsync(
            "a.html",
            $"<html lang=\"{lang}\"><body><p>The two leaders met at the site in the east.</p></body></html>"
        );

        Assert.Equal(expected, article.Language);
    }
}
