using SummitBot.Web.Pages;

namespace SummitBot.Tests.Web;

public sealed class HtmlTests
{
    [Fact]
    public void Of_EncodesValuesAndKeepsLiterals() =>
        Assert.Equal(
            "<p title=\"&quot;&gt;&#x27;\">&lt;b&gt; &amp; Čapek 김 7</p>",
            Html.Of($"<p title=\"{"\">'"}\">{"<b>"} &amp; {"Čapek 김"} {7}</p>").ToString()
        );

    [Fact]
    public void Of_TakesMarkupAsItIs() =>
        Assert.Equal("<i>&lt;</i>", Html.Of($"{Html.Of($"<i>{"<"}</i>")}").ToString());
}
