using SummitBot.Core.Questions;
using SummitBot.Language;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// Replies to utterances other than questions about the news: to greetings and the like itself, to those about the
/// collection by what the articles say.
/// </summary>
public sealed class SmallTalkReplier(ArticleListReplier lists, ArticleSummaryReplier summaries, AuthorReplier authors)
{
    /// <summary>The reply; null when the question should be answered from the articles.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    /// <param name="language">The language that the question is likely in, ISO 639-1.</param>
    public async Task<Answer?> ReplyAsync(Question question, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        string asked = question.Text.Trim();
        if (SmallTalkRecognizer.Recognize(asked, language) is not { } recognized)
        {
            return null;
        }

        SmallTalkRequest request = recognized with { Scope = question.Scope, MaxSentences = question.MaxSentences };
        Phrases phrases = request.Phrases;
        Answer? reply = request.Intent switch
        {
            SmallTalkIntent.Greeting => SmallTalkReply.Say(phrases.Greeting),
            SmallTalkIntent.Thanks => SmallTalkReply.Say(phrases.Thanks),
            SmallTalkIntent.Goodbye => SmallTalkReply.Say(phrases.Goodbye),
            SmallTalkIntent.Identity => SmallTalkReply.Say(phrases.Identity),
            SmallTalkIntent.Help => SmallTalkReply.Say(phrases.Help),
            SmallTalkIntent.ArticleList => lists.ListAll(request),
            SmallTalkIntent.LatestNews => lists.ListLatest(request),
            SmallTalkIntent.OldestArticles => lists.ListOldest(request),
            SmallTalkIntent.ArticlesBy => lists.ListBy(request),
            SmallTalkIntent.ArticlesOn => await lists.ListOnAsync(request, cancellationToken),
            SmallTalkIntent.Author => await authors.ReplyAsync(request, cancellationToken),
            SmallTalkIntent.TopicSummary => await summaries.SummarizeTopicAsync(request, cancellationToken),
            _ => await summaries.SummarizeAsync(request, cancellationToken),
        };
        return reply is null ? null : reply with { Question = asked, Language = request.Language };
    }

    /// <summary>
    /// The turns that a follow-up may refer to: without greetings and other small talk, and without the replies to
    /// them.
    /// </summary>
    /// <param name="language">The language that the turns are likely in, ISO 639-1.</param>
    public static IEnumerable<ConversationTurn> WithoutSmallTalk(
        IEnumerable<ConversationTurn> conversation,
        string language
    )
    {
        ArgumentNullException.ThrowIfNull(conversation);
        bool isDropping = false;
        foreach (ConversationTurn turn in conversation)
        {
            if (turn.Role == Speaker.User)
            {
                isDropping =
                    SmallTalkRecognizer.Recognize(turn.Text, language) is { Intent: <= SmallTalkIntent.OldestArticles };
            }

            if (!isDropping)
            {
                yield return turn;
            }
        }
    }
}
