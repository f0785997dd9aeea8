using SummitBot.Web.Markup;

namespace SummitBot.Tests.Web;

public sealed class HtmlTests
{
    [Fact]
    public void From_EncodesValuesAndKeepsLiterals() =>
        Assert.Equal(
            "<p title=\"&quot;&gt;&#x27;\">&lt;b&gt; &amp; Čapek 김 7</p>",
            Html.From($"<p title=\"{"\">'"}\">{"<b>"} &amp; {"Čapek 김"} {7}</p>").ToString()
        );

    [Fact]
    public void From_TakesMarkupAsItIs() =>
        Assert.Equal("<i>&lt;</i>", Html.From($"{Html.From($"<i>{"<"}</i>")}").ToString());

    [Fact]
    public void From_LeavesOutWhatTurnsTheDirectionOfText() =>
        Assert.Equal(
            "<p>who paid the mayor \u200F(2023)</p>",
            Html.From($"<p>{"who \u202Epaid\u202C the \u2066mayor\u2069 \u200F(2023)"}</p>").ToString()
        );
}
