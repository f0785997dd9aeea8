using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Ingestion.Tables;

public sealed class TableTextTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Tables =>
        new()
        {
            {
                "headers in thead",
                "<table><thead><tr><th>City</th><th>People</th></tr></thead><tbody><tr><td>Riga</td><td>605,000</td></tr></tbody></table>",
                "City: Riga; People: 605,000."
            },
            {
                "headers in the first row",
                "<table><tr><th>City<th>People</tr><tr><td>Riga<td>605,000</tr><tr><td>Bonn<td>331,000</tr></table>",
                "City: Riga; People: 605,000.\nCity: Bonn; People: 331,000."
            },
            {
                "no headers, but names above figures",
                "<table><tr><td>City<td>People</tr><tr><td>Riga<td>605,000</tr><tr><td>Bonn<td>331,000</tr></table>",
                "City: Riga; People: 605,000.\nCity: Bonn; People: 331,000."
            },
            {
                "a column that spans two",
                "<table><tr><th rowspan=2>City<th colspan=2>People</tr><tr><th>2000<th>2020</tr><tr><td>Riga<td>764<td>621</tr></table>",
                "City: Riga; People 2000: 764; People 2020: 621."
            },
            {
                "a cell that spans rows",
                "<table><tr><th>Day<th>Film<th>Time</tr><tr><td rowspan=2>Friday<td>Alien<td>20:00</tr><tr><td>Heat<td>22:30</tr></table>",
                "Day: Friday; Film: Alien; Time: 20:00.\nDay: Friday; Film: Heat; Time: 22:30."
            },
            {
                "a row that names a group",
                "<table><tr><th>Car<th>Price<th>Seats</tr><tr><td colspan=3>Electric</tr><tr><td>Zoe<td>280<td>5</tr></table>",
                "Electric; Car: Zoe; Price: 280; Seats: 5."
            },
            {
                "names and values",
                "<table><tr><th>Length<td>412 m</tr><tr><th>Opened<td>1931</tr></table>",
                "Length: 412 m; Opened: 1931."
            },
            {
                "names and values without headers",
                "<table><tr><td>Length<td>412 m</tr><tr><td>Opened<td>in 1931</tr></table>",
                "Length: 412 m; Opened: in 1931."
            },
            {
                "caption",
                "<table><caption>Rivers</caption><tr><th>River<th>Length</tr><tr><td>Aar<td>288</tr></table>",
                "Rivers\nRiver: Aar; Length: 288."
            },
            { "empty cells", "<table><tr><th>A<th>B<th>C</tr><tr><td>1<td><td>3</tr></table>", "A: 1; C: 3." },
            {
                "a table that arranges a page",
                "<table><tr><td><a href=x>Home</a><td><h2>Rain</h2><p>It rained all day.</p><p>It was cold.</p></tr></table>",
                "It rained all day.\nIt was cold."
            },
            { "a table of one row", "<table><tr><td>one</td><td>two</td></tr></table>", "one, two" },
            {
                "a semicolon in a cell",
                "<table><tr><th>Who<th>What</tr><tr><td>Ann<td>red; green: both</tr></table>",
                "Who: Ann; What: red, green: both."
            },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task ATableBecomesALineForEachRow(string what, string html, string expected)
    {
        Article article = await _folder.ReadAsync("a.html", $"<html><body><article>{html}</article></body></html>");

        Assert.True(expected == article.Text, $"{what}: {article.Text}");
    }

    [Fact]
    public async Task ALongRowGoesOnInALineThatRepeatsItsFirstCell()
    {
        string columns = string.Concat(Enumerable.Range(1, 30).Select(i => $"| Column number {i} "));
        string rule = string.Concat(Enumerable.Repeat("| --- ", 30));
        string cells = string.Concat(Enumerable.Range(1, 30).Select(i => $"| value {i} "));

        Article article = await _folder.ReadAsync("a.md", $"{columns}|\n{rule}|\n{cells}|\n");

        string[] lines = article.Text.Split('\n');
        Assert.InRange(lines.Length, 2, 6);
        Assert.All(lines, l => Assert.StartsWith("Column number 1: value 1; ", l, StringComparison.Ordinal));
        Assert.Contains("Column number 30: value 30", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARowIsOneSentence_WhateverStandsInItsCells()
    {
        Article article = await _folder.ReadAsync(
            "a.md",
            "| Name | Note |\n| --- | --- |\n| Dr. A. Weber | Came late. Left early. |\n| St. Mary | approx. 3 p.m. The end |\n"
        );

        Passage passage = Assert.Single(new PassageSplitter().Split(article));

        Assert.Equal(article.Text.Split('\n'), passage.Sentences.Select(passage.GetText));
    }

    [Theory]
    [InlineData("Component: Spindle; Yearly limit: 96.", 2)]
    [InlineData("Electric; Car: Zoe; Price: 280.", 3)]
    [InlineData("He said: I will come; she left.", 0)]
    [InlineData("Open: daily.", 0)]
    [InlineData("One came; two left; three stayed.", 0)]
    [InlineData("", 0)]
    public void ALineIsReadAsARow_OnlyWhenItsPartsHaveHeaders(string line, int cells)
    {
        bool isRow = TableRow.TryRead(line, out TableRow row);

        Assert.Equal(cells > 0, isRow);
        Assert.Equal(cells, isRow ? row.Cells.Count : 0);
        Assert.All(isRow ? row.Cells : [], c => Assert.Equal(c.Value, line.Substring(c.Start, c.Value.Length)));
    }
}
