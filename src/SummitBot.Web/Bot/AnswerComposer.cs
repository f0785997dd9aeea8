using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Hosting;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Web.Bot;

/// <summary>Makes the message that shows an answer in Teams: text with marks, citations, the AI label, thumbs, questions.</summary>
public sealed class AnswerComposer(IOptions<SummitBotOptions> options)
{
    private const string Ellipsis = "…";

    /// <param name="suggestions">Questions to go on with; may be empty.</param>
    /// <param name="hasButtons">The channel shows them as buttons; otherwise they stand in the text.</param>
    public Activity Compose(Answer answer, IReadOnlyList<string> suggestions, bool hasButtons = true)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(suggestions);
        string note = answer.Note is { } quiet ? $"\n\n_{MarkdownText.Escape(quiet)}_" : "";
        string list = hasButtons ? "" : FormatList(suggestions, answer.Language);
        Activity message = MessageFactory.Text(FormatText(answer) + QuotesBeside(answer) + note + list);
        message.TextFormat = TextFormatTypes.Markdown;
        if (answer.Kind != AnswerKind.SmallTalk)
        {
            message.Entities = [CreateEntity(answer)];
            // The older name of the same wish is what some clients still look for.
            message.ChannelData = ActivityJson.ToContent(FeedbackWish());
        }

        if (hasButtons && suggestions.Count > 0)
        {
            message.SuggestedActions = (
                (Activity)MessageFactory.SuggestedActions(suggestions, toList: null)
            ).SuggestedActions;
        }

        return message;
    }

    /// <summary>The text in Markdown, each mark <c>[n]</c> one of a citation that is shown.</summary>
    public string FormatText(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        bool isList = answer is { Outcome: AnswerOutcome.NotInCorpus, Lead: not null, Closest.Count: > 0 };
        if (isList)
        {
            return string.Join(
                '\n',
                answer.Closest.Select(a => $"- {LinkTo(a)}").Prepend(MarkdownText.Escape(answer.Lead!))
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
    /// The quotes of sentences that a model worded so freely that the reader is to see the source with them. The whole
    /// message has them, not the pieces of a stream, whose text may only grow.
    /// </summary>
    private static string QuotesBeside(Answer answer)
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

    /// <summary>What asks a channel for thumbs below a message.</summary>
    internal static JsonObject FeedbackWish() =>
        new()
        {
            ["feedbackLoopEnabled"] = true,
            ["feedbackLoop"] = new JsonObject { ["type"] = "default" },
        };

    private AiMessage CreateEntity(Answer answer)
    {
        CitedClaim[] claims =
        [
            .. answer
                .Citations.Take(AiMessage.MaxCitations)
                .Select(CitationDocument.From)
                .Select(c => new CitedClaim(
                    c.Number,
                    new CitedDocument(
                        Shorten(c.Title, CitedDocument.MaxName),
                        Shorten(c.Quote, CitedDocument.MaxAbstract),
                        GetAddress(c)
                    )
                )),
        ];
        return new AiMessage { Citation = claims.Length == 0 ? null : claims };
    }

    private static string FormatList(IReadOnlyList<string> questions, string language) =>
        questions.Count == 0
            ? ""
            : string.Join(
                '\n',
                questions.Select(q => $"- {MarkdownText.Escape(q)}").Prepend($"\n\n{ChatPhrases.For(language).AlsoAsk}")
            );

    private string LinkTo(ArticleSummary article)
    {
        string title = MarkdownText.Escape(article.Title);
        string? address = article.Url?.AbsoluteUri ?? GetPage(article.Id.Value, "");
        return address is null ? title : $"[{title}]({MarkdownText.EscapeAddress(address)})";
    }

    private string? GetPage(string article, string place) =>
        options.Value.PublicUrl is { Length: > 0 } url
            ? $"{url.TrimEnd('/')}/articles/{Uri.EscapeDataString(article)}{place}"
            : null;

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int end = length - Ellipsis.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + Ellipsis;
    }
}
