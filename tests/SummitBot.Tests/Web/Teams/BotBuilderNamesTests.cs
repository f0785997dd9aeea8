using System.Text.RegularExpressions;
using SummitBot.Bot.Activities;

namespace SummitBot.Tests.Web.Teams;

/// <summary>
/// The bot's class is written against Bot Builder 4.23's types and nothing else of our layer, so that it would compile
/// against Microsoft's packages by changing its usings.
/// </summary>
public sealed partial class BotBuilderNamesTests
{
    /// <summary>Types of Microsoft.Bot.Builder and Microsoft.Bot.Schema that a bot's class may name.</summary>
    private static readonly HashSet<string> OfBotBuilder =
    [
        "Activity",
        "ActivityHandler",
        "ActivityTypes",
        "Attachment",
        "ChannelAccount",
        "Channels",
        "ConversationReference",
        "IActivity",
        "IBot",
        "IConversationUpdateActivity",
        "IEndOfConversationActivity",
        "IEventActivity",
        "IInstallationUpdateActivity",
        "IInvokeActivity",
        "IMessageActivity",
        "IMessageDeleteActivity",
        "IMessageReactionActivity",
        "IMessageUpdateActivity",
        "ITurnContext",
        "ITypingActivity",
        "InvokeResponse",
        "MessageFactory",
        "MessageReaction",
        "ResourceResponse",
        "SuggestedActions",
    ];

    private static readonly string Source = File.ReadAllText(
        Repository.PathOf("src", "SummitBot.Web", "Bot", "SummitBot.cs")
    );

    [Fact]
    public void TheBotsClass_UsesOnlyWhatBotBuilderHas()
    {
        HashSet<string> words = [.. Words().Matches(Source).Select(m => m.Value)];
        IEnumerable<string> ofOurLayer = typeof(Activity)
            .Assembly.GetExportedTypes()
            .Select(t => t.Name.Split('`')[0])
            .Where(words.Contains);

        Assert.DoesNotContain(ofOurLayer, name => !OfBotBuilder.Contains(name));
        Assert.Contains("ActivityHandler", words);
    }

    [Fact]
    public void TheBotsClass_NamesNoOtherPartOfOurLayer() =>
        Assert.Equal(
            ["SummitBot.Bot.Activities", "SummitBot.Bot.Bots", "SummitBot.Bot.Turns"],
            Usings().Matches(Source).Select(m => m.Groups["space"].Value)
        );

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"^using (?<space>SummitBot\.BotFramework\.[A-Za-z.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Usings();
}
