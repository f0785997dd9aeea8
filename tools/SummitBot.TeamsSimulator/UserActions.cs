using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>What people do in Teams beside saying something.</summary>
public sealed class UserActions(CurrentChat chat, TeamsUser user, ChannelSession session, SimulationPrinter printer)
{
    public Task PressAsync(string number, CancellationToken cancellationToken)
    {
        int index = WholeNumber.Parse(number) - 1;
        if (index < 0 || index >= chat.Suggestions.Count)
        {
            session.Break(
                "expectation",
                $"There is no suggested question {number}: {chat.Suggestions.Count} were suggested."
            );
            return Task.CompletedTask;
        }

        string question = chat.Suggestions[index];
        return chat.SayAsync(question, c => user.Message(c, question), 1, cancellationToken);
    }

    public async Task RateAsync(bool isLike, string words, CancellationToken cancellationToken)
    {
        SimulatedConversation conversation = await chat.ConversationAsync(cancellationToken);
        if (chat.LastAnswer is null)
        {
            session.Break("expectation", "There is no answer that a thumb could be pressed below.");
            return;
        }

        printer.Person(conversation, isLike ? "presses thumbs up" : "presses thumbs down");
        JsonObject click = user.Feedback(conversation, chat.LastAnswer.Id, isLike, words);
        BotAnswer answer = await session.PostAsIsAsync(click.ToJsonString(), TeamsLimits.Invoke, cancellationToken);
        chat.Last = new Delivery(answer, []);
        bool isEmpty = answer.Body.Length == 0 || Json.Read(answer.Body) is { Count: 0 };
        if (answer.Status != 200 || !isEmpty)
        {
            session.Break(
                "feedback",
                $"The bot answered the click with {answer.Status} '{answer.Body}'; Teams takes 200 and nothing or {{}} within 5 s."
            );
        }
    }

    public Task EditAsync(string text, CancellationToken cancellationToken)
    {
        string? edited = Json.Text(chat.LastMessage, "id");
        return chat.SayAsync(
            $"changes the last message to: {text}",
            c =>
            {
                JsonObject update = user.Message(c, text, "messageUpdate");
                update["id"] = edited ?? Json.Text(update, "id");
                update["channelData"]!["eventType"] = "editMessage";
                return update;
            },
            1,
            cancellationToken
        );
    }

    public Task DeleteAsync(CancellationToken cancellationToken) =>
        chat.ActAsync("deletes the message", Deletion, cancellationToken);

    public Task ReactAsync(CancellationToken cancellationToken) =>
        chat.ActAsync("reacts", c => user.Reaction(c, chat.LastAnswer?.Id), cancellationToken);

    public Task ShowFileAsync(string text, CancellationToken cancellationToken) =>
        chat.SayAsync($"{text} (with a file)", c => user.File(c, text), 1, cancellationToken);

    public Task SendLongMessageAsync(string length, CancellationToken cancellationToken)
    {
        string text = string.Concat(Enumerable.Repeat("word ", (WholeNumber.Parse(length) / 5) + 1))[
            ..WholeNumber.Parse(length)
        ];
        return chat.SayAsync($"says {length} characters", c => user.Message(c, text), 1, cancellationToken);
    }

    public async Task BurstAsync(string argument, CancellationToken cancellationToken)
    {
        string[] parts = argument.Split(' ', 2, StringSplitOptions.TrimEntries);
        int count = WholeNumber.Parse(parts[0]);
        SimulatedConversation conversation = await chat.ConversationAsync(cancellationToken);
        string text =
            parts is [_, var said] ? said
            : chat.Suggestions is [var first, ..] ? first
            : "Hello";
        JsonObject[] messages = [.. Enumerable.Range(0, count).Select(_ => user.Message(conversation, text))];
        printer.Person(conversation, $"says {count} times: {text}");
        await chat.DeliverAsync(messages, count, cancellationToken);
        string?[] asked = [.. messages.Select(m => Json.Text(m, "id"))];
        if (!chat.Last.Messages.Select(m => m.ReplyTo).SequenceEqual(asked, StringComparer.Ordinal))
        {
            session.Break("order", "The messages were not answered each once and in their order.");
        }
    }

    private JsonObject Deletion(SimulatedConversation conversation)
    {
        JsonObject deletion = user.Activity(conversation, "messageDelete");
        deletion["id"] = Json.Text(chat.LastMessage, "id") ?? Json.Text(deletion, "id");
        deletion["channelData"]!["eventType"] = "softDeleteMessage";
        return deletion;
    }
}
