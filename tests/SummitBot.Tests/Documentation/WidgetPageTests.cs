using System.Text.RegularExpressions;

namespace SummitBot.Tests.Documentation;

/// <summary>What docs/widget.md says of the widget is what its files read, define and dispatch.</summary>
public sealed partial class WidgetPageTests
{
    private static readonly string Page = DocumentationPage.InDocs("widget.md").Text;

    private static readonly string Widget = string.Join(
        '\n',
        Directory
            .EnumerateFiles(Repository.GetPath("src", "SummitBot.Web", "Assets", "widget"))
            .Select(File.ReadAllText)
    );

    [Fact]
    public void Attributes_AreThoseThatTheWidgetReads() =>
        Assert.Equal(
            Names(OptionRead(), Widget).Concat(["open", "position", "theme"]).Distinct().Order(StringComparer.Ordinal),
            Names(AttributeNamed(), Page)
        );

    [Fact]
    public void CustomProperties_AreThoseOfTheStyleSheets() =>
        Assert.Equal(Names(PropertyRead(), Widget), Names(PropertyNamed(), Page));

    [Fact]
    public void Methods_AreThoseOfThePage() =>
        Assert.Equal(
            Names(MethodMade(), Widget[Widget.IndexOf("window.SummitBot = ", StringComparison.Ordinal)..]),
            Names(MethodNamed(), Page)
        );

    [Fact]
    public void Events_AreThoseThatTheWidgetDispatches() =>
        Assert.Equal(Names(EventEmitted(), Widget), Names(EventNamed(), Page));

    private static IEnumerable<string> Names(Regex pattern, string text) =>
        pattern.Matches(text).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!panel\.)(?:dataset|options)\.(?<name>\w+)", RegexOptions.None, 1_000)]
    private static partial Regex OptionRead();

    [GeneratedRegex("`data-(?<name>\\w+)`", RegexOptions.None, 1_000)]
    private static partial Regex AttributeNamed();

    [GeneratedRegex(@"var\(--summitbot-(?<name>[\w-]+)", RegexOptions.None, 1_000)]
    private static partial Regex PropertyRead();

    [GeneratedRegex("`--summitbot-(?<name>[\\w-]+)`", RegexOptions.None, 1_000)]
    private static partial Regex PropertyNamed();

    [GeneratedRegex(@"^    (?<name>\w+): \(.*=>", RegexOptions.Multiline, 1_000)]
    private static partial Regex MethodMade();

    [GeneratedRegex(@"`SummitBot\.(?<name>\w+)\(", RegexOptions.None, 1_000)]
    private static partial Regex MethodNamed();

    [GeneratedRegex("emit\\(\"(?<name>\\w+)\"", RegexOptions.None, 1_000)]
    private static partial Regex EventEmitted();

    [GeneratedRegex("`summitbot:(?<name>\\w+)`", RegexOptions.None, 1_000)]
    private static partial Regex EventNamed();
}
