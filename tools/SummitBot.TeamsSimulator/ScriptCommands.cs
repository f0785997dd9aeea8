namespace SummitBot.TeamsSimulator;

/// <summary>The help text for the commands of the simulated channel.</summary>
public static class ScriptCommands
{
    public static readonly IReadOnlyList<string> Help =
    [
        "A line is said to the bot; in groups and channels it mentions it. Lines that begin with a colon are commands:",
        "  :personal  :group  :channel     open a new conversation of that kind, which adds the bot to it",
        "  :press N                        asks the Nth suggested question",
        "  :like [WORDS]  :dislike [WORDS] press a thumb below the last answer",
        "  :edit TEXT  :delete  :react     change, delete, or react to a message",
        "  :file [TEXT]                    says TEXT with a file",
        "  :long N                         says a text of N characters",
        "  :burst N TEXT                   says TEXT N times without waiting: each is answered once, in order",
        "  :again                          delivers the last message a second time, as Teams does when in doubt",
        "  :replies TEXT                   says TEXT with the deliveryMode expectReplies",
        "  :invoke NAME                    an invoke that the bot does not know, which it answers with 501",
        "  :raw BODY                       posts BODY as it is",
        "  :expect TEXT  :refuse TEXT      the last answer has, or has not, TEXT",
        "  :cites N  :card  :silence       it has N citations or more, has a card, or there was none",
        "  :status N                       the endpoint answered with N",
        "  :quit                           ends; # begins a remark",
    ];
}
