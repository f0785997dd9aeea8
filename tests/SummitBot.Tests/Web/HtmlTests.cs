using SummitBot.Web.Markup;

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

    [Fact]
    public void Of_LeavesOutWhatTurnsTheDirectionOfText() =>
        Assert.Equal(
            "<p>who paid the mayor \u200F(2023)</p>",
            Html.Of($"<p>{"who \u202Epaid\u202C the \u2066mayor\u2069 \u200F(2023)"}</p>").ToString()
        );
}
