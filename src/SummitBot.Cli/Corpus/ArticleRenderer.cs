using System.Globalization;
using Spectre.Console;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary>Writes articles, passages and the list of sources for people.</summary>
public sealed class ArticleRenderer(StandardStreams streams)
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public void Render(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        WriteTitle(article);
        var headings = article.Headings.Select(h => h.Start).ToHashSet();
        foreach (TextRange line in TextLines.Split(article.Text))
        {
            streams.OutConsole.WriteLine();
            Write(line.Slice(article.Text), headings.Contains(line.Start) ? Bold : Style.Plain);
        }
    }

    public void Render(Article article, Passage passage)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(passage);
        WriteTitle(article);
        Write(passage.Heading is null ? $"{passage.Id}" : $"{passage.Id}, {passage.Heading}", Dim);
        foreach (string line in passage.Text.Split('\n'))
        {
            streams.OutConsole.WriteLine();
            Write(line, Style.Plain);
        }
    }

    /// <summary>A table on a terminal; tab-separated id, date, language, title and place otherwise.</summary>
    public void Render(IReadOnlyList<ArticleSummary> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (!streams.IsOutputTerminal)
        {
            foreach (ArticleSummary article in articles)
            {
                streams.Out.WriteLine(string.Join('\t', FormatCells(article)));
            }

            return;
        }

        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Id", "Published", "Language", "Title", "Where");
        foreach (ArticleSummary article in articles)
        {
            table.AddRow(FormatCells(article).Select(c => new Text(c)));
        }

        streams.OutConsole.Write(table);
    }

    private static IEnumerable<string> FormatCells(ArticleSummary article) =>
        new[]
        {
            article.Id.Value,
            article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            article.Language,
            article.Title,
            ArticleLocation.Format(article),
        }.Select(TerminalText.Clean);

    private void WriteTitle(Article article)
    {
        Write(article.Title, Bold);
        Write(ArticleLocation.FormatWithDate(article.Summary), Dim);
    }

    private void Write(string text, Style style)
    {
        streams.OutConsole.Write(new Paragraph(TerminalText.Clean(text), style));
        streams.OutConsole.WriteLine();
    }
}
