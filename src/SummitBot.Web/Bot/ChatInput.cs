using Microsoft.Bot.Schema;
using SummitBot.Bot.Teams;

namespace SummitBot.Web.Bot;

/// <summary>What somebody said in a chat.</summary>
/// <param name="Text">Their own words; empty when there are none.</param>
/// <param name="HasFiles">Files or cards came with it.</param>
public sealed record ChatInput(string Text, bool HasFiles)
{
    public static ChatInput Read(IMessageActivity message) =>
        new(MessageText.From(message), MessageText.HasFiles(message));
}
