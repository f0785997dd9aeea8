using System.Globalization;
using Spectre.Console;
using SummitBot.Cli.Corpus;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Language;
using SummitBot.Language.Sentences;
using SummitBot.Terminal;

namespace SummitBot.Cli.Asking;

/// <summary>
/// Writes an answer for people: its text, then the numbered sources with the quoted sentences; a terminal highlights
/// them among their neighbours.
/// </summary>
/// <remarks>Text is never interpreted as the console library's markup, and control characters are removed.</remarks>
public sealed class AnswerRenderer(StandardStreams streams, QuoteContexts contexts, ExplanationRenderer explanations)
{
    private const int Indentation = 4;
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Marked = new(decoration: Decoration.Bold | Decoration.Underline | Decoration.Invert);
    private static readonly Style Quoted = new(decoration: Decoration.Bold | Decoration.Underline);

    /// <summary>The answer with its sources and quotations, or the refusal with the closest articles.</summary>
    public void Render(Answer answer)
    {
        RenderText(answer);
        RenderSources(answer);
        if (answer.Note is { } note)
        {
            streams.OutConsole.WriteLine();
            Write(note, Dim);
        }

        if (answer.Explanation is { } explanation)
        {
            explanations.Render(explanation);
        }
    }

    /// <summary>The question and its answer, or why there is none; an empty line below.</summary>
    public void Render(QuestionFileAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string question = answer.Document.Question.Length > 0 ? answer.Document.Question : "(no question)";
        Write(answer.Line.Id is { } id ? $"{id}: {question}" : question, Bold);
        if (answer.Answer is null)
        {
            Write($"Error: {answer.Document.Text}", Style.Plain);
        }
        else
        {
            Render(answer.Answer);
        }

        streams.OutConsole.WriteLine();
    }

    /// <summary>The answer's text alone, or a list of articles below its introduction.</summary>
    public void RenderText(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.IsConflicting)
        {
            Write(Phrases.For(answer.Language).Conflict, Bold);
            foreach (string side in AnswerText.FormatSides(answer.Sentences, answer.Citations))
            {
                WriteIndented(TerminalText.Clean(side), Style.Plain);
            }

            return;
        }

        if (answer is { Kind: AnswerKind.Summary, Lead: null } or { Outcome: AnswerOutcome.Offered, Lead: null })
        {
            foreach (string line in answer.Text.Split('\n'))
            {
                Write(TerminalText.Clean(line), Style.Plain);
            }

            return;
        }

        if (answer.Lead is null)
        {
            // Without a yes or no, the text starts with the quote, so the short answer has the same position in both.
            TextRange? shortAnswer = answer is { Confirms: null, Citations: [var first, ..] }
                ? ShortAnswerIn(first, answer)
                : null;
            var text = new Paragraph();
            EmphasisedText.Append(text, answer.Text, shortAnswer, Style.Plain, Bold);
            streams.OutConsole.Write(text);
            streams.OutConsole.WriteLine();
            return;
        }

        Write(answer.Lead, Style.Plain);
        foreach (ArticleSummary article in answer.Closest)
        {
            WriteIndented(
                TerminalText.Clean($"{article.Title}, {ArticleLocation.FormatWithDate(article)}"),
                Style.Plain
            );
        }
    }

    /// <summary>
    /// One line for each source: number, title, date and location; below it the quote, when the model's wording is so
    /// free that the reader should see it.
    /// </summary>
    public void RenderSourceLines(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        HashSet<int> freely = [.. answer.Sentences.Where(s => s.ShowSource).SelectMany(s => s.Citations)];
        foreach (Citation[] source in GroupSources(answer))
        {
            Write($"{FormatTitle(source)}, {ArticleLocation.FormatWithDate(source[0])}", Dim);
            foreach (Citation citation in source.Where(c => freely.Contains(c.Number)))
            {
                WriteQuote(citation);
            }
        }

        if (answer.Note is { } note)
        {
            Write(note, Dim);
        }
    }

    /// <summary>The numbered sources with their quotations.</summary>
    public void RenderSources(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (Citation[] source in GroupSources(answer))
        {
            streams.OutConsole.WriteLine();
            Write(FormatTitle(source), Bold);
            WriteIndented(TerminalText.Clean(ArticleLocation.FormatWithDate(source[0])), Dim);
            foreach (Citation citation in source)
            {
                if (streams.IsOutputTerminal)
                {
                    streams.OutConsole.Write(new Indented(QuoteInContext(citation, answer), Indentation));
                }
                else
                {
                    // Without bold and dim text, a quotation cannot be highlighted among its neighbours, so only the
                    // quotation is printed.
                    WriteQuote(citation);
                }
            }
        }
    }

    /// <summary>The citations grouped by article, in the order of each article's first citation.</summary>
    private static IEnumerable<Citation[]> GroupSources(Answer answer) =>
        answer.Citations.GroupBy(c => c.Article.Id).Select(source => source.ToArray());

    private Paragraph QuoteInContext(Citation citation, Answer answer)
    {
        QuoteContext context = contexts.Find(citation);
        var paragraph = new Paragraph();
        if (context.Before is { } before)
        {
            paragraph.Append(TerminalText.Clean(before) + " ", Dim);
        }

        EmphasisedText.Append(paragraph, citation.Quote, ShortAnswerIn(citation, answer), Quoted, Marked);
        if (context.After is { } after)
        {
            paragraph.Append(" " + TerminalText.Clean(after), Dim);
        }

        return paragraph;
    }

    /// <summary>
    /// The range of the short answer in the quote; null when another citation contains it or there is none.
    /// </summary>
    private static TextRange? ShortAnswerIn(Citation citation, Answer answer) =>
        answer.ShortAnswer is { } found && found.Citation == citation.Number
            ? new TextRange(found.Range.Start - citation.Range.Start, found.Range.End - citation.Range.Start)
            : null;

    private static string FormatTitle(Citation[] source)
    {
        IEnumerable<string> marks = source.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Number}]"));
        return $"{string.Concat(marks)} {source[0].Article.Title}";
    }

    private void WriteQuote(Citation citation) =>
        WriteIndented($"\u201c{TerminalText.Clean(citation.Quote)}\u201d", Style.Plain);

    private void Write(string text, Style style)
    {
        streams.OutConsole.Write(new Paragraph(TerminalText.Clean(text), style));
        streams.OutConsole.WriteLine();
    }

    private void WriteIndented(string text, Style style) =>
        streams.OutConsole.Write(new Indented(new Paragraph(text, style), Indentation));
}
