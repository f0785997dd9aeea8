using Microsoft.Bot.Schema;
using SummitBot.Bot.Teams;
using SummitBot.Core.Feedback;
using SummitBot.DirectLine.Receiving;

namespace SummitBot.Web.Bot;

/// <summary>A press on the thumbs below an answer, whichever channel it comes from.</summary>
/// <param name="Comment">What was written to it; null when nothing was.</param>
public sealed record Thumbs(Reaction Reaction, string? Comment)
{
    /// <summary>As Teams sends it; null when the invoke is about something else.</summary>
    public static Thumbs? Read(IInvokeActivity invoke) =>
        FeedbackAction.Read(invoke) is { } given ? Create(given.IsLike, given.Comment) : null;

    /// <summary>As web pages send it; null when the event is about something else.</summary>
    public static Thumbs? Read(IEventActivity happened) =>
        WebChatFeedback.Read(happened) is { } given ? Create(given.IsLike, given.Comment) : null;

    private static Thumbs Create(bool isLike, string? comment) =>
        new(isLike ? Reaction.Like : Reaction.Dislike, comment);
}
