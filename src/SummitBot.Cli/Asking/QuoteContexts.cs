using SummitBot.Cli.Commands;
using SummitBot.Core.Answers;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Cli.Asking;

/// <summary>Finds the sentences around a quotation.</summary>
public sealed class QuoteContexts(IArticleCatalog catalog, CommonFlagValues flags)
{
    public QuoteContext Find(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        IReadOnlyList<Passage> passages = catalog.GetPassages(citation.Article.Id, flags.Scope);
        string? heading = passages.FirstOrDefault(p => p.Id == citation.Passage)?.Heading;
        (TextRange Range, string Text)[] sentences =
        [
            .. passages
                .Where(p => p.Heading == heading)
                .SelectMany(p => p.Sentences.Select(s => (Range: s, Text: p.GetText(s))))
                .OrderBy(s => s.Range.Start),
        ];
        return new QuoteContext(
            sentences.LastOrDefault(s => s.Range.End <= citation.Range.Start).Text,
            sentences.FirstOrDefault(s => s.Range.Start >= citation.Range.End).Text
        );
    }
}

/// <summary>The sentences around a quotation; null where there is none under the same heading.</summary>
public sealed record QuoteContext(string? Before, string? After);
