using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Hosting;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Web.Bot;

/// <summary>The text of an answer in Markdown and what it cites, which every channel shows in its own way.</summary>
public sealed class AnswerMarkdown(IOptions<SummitBotOptions> options)
{
    private const string Ellipsis = "…";

    /// <summary>The text, the quotes beside sentences that a model worded freely, and a note on the model.</summary>
    public string FormatBody(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string note = answer.Note is { } quiet ? $"\n\n_{MarkdownText.Escape(quiet)}_" : "";
        return FormatText(answer) + FormatQuotes(answer) + note;
    }

    /// <summary>The text in Markdown; each mark <c>[n]</c> belongs to a citation that is shown.</summary>
    public string FormatText(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        bool isList = answer is { Outcome: AnswerOutcome.NotInCorpus, Lead: not null, Closest.Count: > 0 };
        if (isList)
        {
            return string.Join(
                '\n',
                answer.Closest.Select(a => $"- {FormatLink(a)}").Prepend(MarkdownText.Escape(answer.Lead!))
            );
        }

        HashSet<int> shown = [.. answer.Citations.Take(AiMessage.MaxCitations).Select(c => c.Number)];
        var text = new StringBuilder();
        int from = 0;
        foreach ((int number, TextRange range) in AnswerText.MarksIn(answer))
        {
            text.Append(MarkdownText.Escape(answer.Text[from..range.Start]));
            text.Append(shown.Contains(number) ? range.Slice(answer.Text) : "");
            from = range.End;
        }

        return text.Append(MarkdownText.Escape(answer.Text[from..])).ToString();
    }

    /// <summary>The citations that a message can show.</summary>
    public static IReadOnlyList<CitationDocument> GetCitations(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return [.. answer.Citations.Take(AiMessage.MaxCitations).Select(CitationDocument.From)];
    }

    /// <summary>A citation as the pop-up behind its mark.</summary>
    public CitedDocument CreatePopUp(CitationDocument citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new CitedDocument(
            Shorten(citation.Title, CitedDocument.MaxName),
            Shorten(citation.Quote, CitedDocument.MaxAbstract),
            GetAddress(citation)
        );
    }

    /// <summary>Where a citation can be read: its public address, or our page with the place marked; null without either.</summary>
    public string? GetAddress(CitationDocument citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation.Url
            ?? GetPage(
                citation.ArticleId,
                string.Create(CultureInfo.InvariantCulture, $"?start={citation.Start}&end={citation.End}#cited")
            );
    }

    /// <summary>
    /// The quotes of sentences whose wording is so free that the reader should see the source. Only the whole message
    /// has them; parts of a stream do not, because their text can only grow.
    /// </summary>
    private static string FormatQuotes(Answer answer)
    {
        HashSet<int> freely = [.. answer.Sentences.Where(s => s.ShowSource).SelectMany(s => s.Citations)];
        return string.Concat(
            answer
                .Citations.Take(AiMessage.MaxCitations)
                .Where(c => freely.Contains(c.Number))
                .Select(c =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"\n\n> “{MarkdownText.Escape(c.Quote.ReplaceLineEndings(" "))}” [{c.Number}]"
                    )
                )
        );
    }

    private string FormatLink(ArticleSummary article)
    {
        string title = MarkdownText.Escape(article.Title);
        string? address = article.Url?.AbsoluteUri ?? GetPage(article.Id.Value, "");
        return address is null ? title : $"[{title}]({MarkdownText.EscapeAddress(address)})";
    }

    private string? GetPage(string article, string place) =>
        options.Value.PublicUrl is { Length: > 0 } url
            ? $"{url.TrimEnd('/')}/articles/{Uri.EscapeDataString(article)}{place}"
            : null;

    private static string Shorten(string text, int length) =>
        text.Length <= length ? text : TextStart.Take(text, length - Ellipsis.Length).TrimEnd() + Ellipsis;
}
