using System.Globalization;
using System.Text;

namespace SummitBot.Tests.Ingestion;

/// <summary>
/// A file of repeated and nested markup, designed to take a parser much time. The same seed gives the same file.
/// </summary>
/// <param name="Name">File name; its extension determines the format.</param>
/// <param name="Recipe">Its ingredients, to reproduce it.</param>
internal sealed record HostileFile(string Name, string Recipe, string Text)
{
    public static readonly IReadOnlyList<string> Formats = ["md", "txt", "html", "front matter"];

    private static readonly string[] Markdown =
    [
        "[a](",
        "![a](",
        "[a](b ",
        "[a](<",
        "[a](b '",
        "[a][",
        "[a]",
        "[",
        "]",
        "![",
        "[^1]",
        "[^#]: b\n",
        "[a#]: b\n",
        "[a#]",
        "*a ",
        "*a* ",
        "**a",
        "_a_",
        "***",
        "~~a~~",
        "~a",
        "^a^",
        "==a",
        "++a",
        "\"\"a",
        "`a",
        "``a ",
        "`a` ",
        "```\n",
        "~~~\n",
        "|a",
        "|a|b|\n",
        "|-",
        "|-|-|\n",
        "> ",
        ">a\n",
        ">",
        "- ",
        "- a\n",
        " - a\n",
        "1. ",
        "1. a\n",
        "- [ ] a\n",
        "# ",
        "# a\n",
        "a\n===\n",
        "---\n",
        "\\",
        "\\\n",
        "<a ",
        "<a>",
        "<!-- ",
        "<!--a-->\n",
        "<div>\n",
        "<div>\n\n",
        "<?",
        "<![CDATA[",
        "&amp;",
        "&a",
        "&#1",
        "a\n: b\n",
        "+---+\n|a|\n",
        "+---",
        "    a\n",
        "\ta",
        "a  \n",
        "a\n",
        "\n",
        "<a@b.c>",
        "http://a ",
        "(",
        ")",
        "\"",
    ];

    private static readonly string[] Plain =
    [
        ".[1",
        "[1]",
        ". ",
        "A.",
        "A. ",
        "a.b.",
        "\"",
        "\" ",
        "'.",
        "?\" A ",
        "! ",
        "? A",
        "。",
        "a\n",
        "\n",
        "\n\n",
        "- a\n",
        "-",
        "1. ",
        "1.",
        "a;",
        "; ",
        " ",
        "\t",
        "a-\n",
        "(",
        "...",
        ".\"",
        "Mr. ",
        "A long line of words that is as wide as they are wrapped, \n",
        "\u202E",
        "\u00AD",
        "\u0301",
        "漢字",
        "漢。",
        "ا",
        "\U0001F600",
    ];

    private static readonly string[] Html =
    [
        "a<br>",
        "<br>",
        "<a href=x>a",
        "<a href=x#>a",
        "<i><p>",
        "<i#=1><p>",
        "<p>a",
        "<p>",
        "</p>",
        "<div>",
        "<div>a",
        "</div>",
        "</x>a",
        "<b>",
        "<b>a",
        "<b><i>a</b>",
        "<b id=#>",
        "<x>",
        "<table>",
        "<table><tr><td>",
        "<tr><td>a",
        "<td>a",
        "<td>",
        "<table>a",
        "<li>a",
        "<ul><li>a",
        "<dl><dt>a<dd>",
        "<h1>a",
        "<h1>a</h1>",
        "<pre>a\n",
        "<select><option>",
        "<option>a",
        "<svg><g>",
        "<math><mi>",
        "<template>",
        "<!--",
        "<!--a-->",
        "<!",
        "<?a>",
        "&lt",
        "&#x41;",
        "&",
        "<input>",
        "<form>",
        "<p hidden>a",
        "<ruby>a<rt>b",
        "<span>a",
        "<article>a",
        "<nav>a",
        "<header>",
        "<time datetime=2020>",
        "<meta name=a# content=b>",
        "<meta property=og:title content=a>",
        "<title>a - b",
        "<script type=application/ld+json>[",
        "<script>a",
        "<style>a",
        "<textarea>a",
        "<frameset>",
        "<body a#=b>",
        "<p a#=b ",
        " a#=b",
        " a=b",
        "<img src=x alt='a, b'>",
        "a, b, c. ",
        "<font color=red>a",
        "<blockquote>a",
        "<center><p>a<br><br>",
        "<p class='comment sidebar footer'>a",
        "<div class=article>Some text, and more.</div>",
        "<a href=#>a</a> ",
        "|",
        " » ",
        " - ",
    ];

    private static readonly string[] Yaml =
    [
        "a#: b\n",
        "- ",
        "- a\n",
        "[",
        "{",
        "[a,",
        "{a: ",
        "a: ",
        "? ",
        "? a\n",
        ": ",
        "&a# ",
        "*a ",
        "!!a ",
        "!a ",
        "'",
        "''",
        "\"",
        "\"\\",
        "\\x41",
        "|\n",
        " a\n",
        "# a\n",
        "a",
        "a ",
        "\t",
        "%a\n",
        "title: a\n",
        "title: 'a",
        "a,\n",
        "\n",
        ">-\n",
        "--- ",
    ];

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="length">Characters, about.</param>
    public static HostileFile Create(string format, int length, int seed)
    {
        // The same file on every run and machine.
        var random = new Random(seed);
        string[] units = format switch
        {
            "md" => Markdown,
            "txt" => Plain,
            "html" => Html,
            _ => Yaml,
        };
        string[] chosen = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => units[random.Next(units.Length)])];
        string before = random.Next(3) == 0 ? Repeat([units[random.Next(units.Length)]], random.Next(400)) : "";
        string after = random.Next(3) == 0 ? units[random.Next(units.Length)] : "Some text stands here.";
        // One unit after the other, or all of the first and then all of the second.
        string middle =
            random.Next(2) == 0
                ? Repeat(chosen, length)
                : string.Concat(chosen.Select(unit => Repeat([unit], length / chosen.Length)));
        string text = before + middle + after;
        string recipe = string.Create(
            CultureInfo.InvariantCulture,
            $"{format}, seed {seed}, {length} characters: {string.Join(' ', chosen).ReplaceLineEndings("\\n")}"
        );
        return format == "front matter"
            ? new HostileFile("a.md", recipe, $"---\n{text}\n---\nSome text stands here.")
            : new HostileFile($"a.{format}", recipe, text);
    }

    /// <summary>The units in turn, up to the length; <c>#</c> after a letter becomes a running number.</summary>
    private static string Repeat(string[] units, int length)
    {
        var text = new StringBuilder(length + 20);
        for (int i = 0; text.Length < length; i++)
        {
            string unit = units[i % units.Length];
            int number = unit.IndexOf('#', StringComparison.Ordinal);
            if (number > 0 && char.IsAsciiLetter(unit[number - 1]))
            {
                text.Append(unit, 0, number).Append(i).Append(unit, number + 1, unit.Length - number - 1);
            }
            else
            {
                text.Append(unit);
            }
        }

        return text.ToString();
    }
}
