using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Tells who wrote an article, by quoting its byline.</summary>
public sealed class AuthorReplier(IArticleCatalog catalog, ArticleFinder finder, ArticleLister lister)
{
    /// <summary>Null when it is unclear which article is meant, or when it names no author.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer?> ReplyAsync(SmallTalkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArticleSummary? article = finder.Find(request.Subject, request.Language, request.Scope).Article;
        if (article is null && (await lister.FindAsync(request, cancellationToken)).On is [var best, ..])
        {
            article = best;
        }

        if (article is null || catalog.GetPassages(article.Id, request.Scope) is not [var first, ..])
        {
            return null;
        }

        TextRange line = first.Sentences[0];
        if (Byline.NameIn(first.GetText(line), article) is not { } name)
        {
            return null;
        }

        var sentence = new ExtractedSentence(first.GetText(line), first.Id, line)
        {
            ShortAnswer = new TextRange(line.Start + name.Start, line.Start + name.End),
        };
        CheckedDraft draft = CitationGate.Check(
            new AnswerDraft([sentence], 1),
            [new RetrievedPassage(first, article, 1)]
        );
        return SmallTalkReply.Quote(AnswerKind.Answer, AnswerText.From(draft.Sentences), draft);
    }
}
