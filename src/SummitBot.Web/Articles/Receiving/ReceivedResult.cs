using SummitBot.Core.Articles;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>What became of a file that was sent.</summary>
internal sealed record ReceivedResult
{
    public ReceivedChange Change { get; init; }

    /// <summary>The articles that it holds; empty when it was there already.</summary>
    public IReadOnlyList<ArticleId> Articles { get; init; } = [];

    /// <summary>What was lost in reading, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why it was not kept, a sentence for people; null when it was.</summary>
    public string? Failure { get; init; }
}
