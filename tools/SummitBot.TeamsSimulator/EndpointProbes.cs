using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>Requests to the bot's endpoint that are no part of a conversation.</summary>
public sealed class EndpointProbes(CurrentChat chat, TeamsUser user, ChannelSession session, SimulationPrinter printer)
{
    public async Task RepliesAsync(string text, CancellationToken cancellationToken)
    {
        SimulatedConversation conversation = await chat.ConversationAsync(cancellationToken);
        JsonObject message = user.Message(conversation, text);
        message["deliveryMode"] = "expectReplies";
        printer.Person(conversation, $"{text} (expects the replies in the response)");
        BotAnswer answer = await session.PostAsIsAsync(
            message.ToJsonString(),
            TimeSpan.FromMinutes(2),
            cancellationToken
        );
        BotMessage[] said =
        [
            .. Json.List(Json.Read(answer.Body), "activities")
                .OfType<JsonObject>()
                .Where(a => Json.Text(a, "type") == "message")
                .Select(a => new BotMessage(Json.Text(a, "id") ?? "", a, 0)),
        ];
        chat.Last = new Delivery(answer, said);
        Array.ForEach(said, printer.Bot);
        if (answer.Status != 200 || said.Length == 0)
        {
            session.Break("replies", $"The response has the status {answer.Status} and {said.Length} messages.");
        }

        foreach (
            RuleViolation violation in said.SelectMany(m => MessageRules.Check(m.Activity, conversation.IsPersonal))
        )
        {
            session.Break(violation.Rule, violation.Detail);
        }
    }

    public async Task InvokeAsync(string name, CancellationToken cancellationToken)
    {
        SimulatedConversation conversation = await chat.ConversationAsync(cancellationToken);
        printer.Person(conversation, $"invokes {name}");
        string body = user.Invoke(conversation, name).ToJsonString();
        chat.Last = new Delivery(await session.PostAsIsAsync(body, TeamsLimits.Invoke, cancellationToken), []);
        if (chat.Last.Endpoint.Status != 501)
        {
            session.Break("invoke", $"An unknown invoke was answered with {chat.Last.Endpoint.Status}, not 501.");
        }
    }

    public async Task SendRawAsync(string body, CancellationToken cancellationToken)
    {
        printer.Line("");
        printer.Line($"posts {body}");
        BotAnswer answer = await session.PostAsIsAsync(body, TeamsLimits.Acknowledgement, cancellationToken);
        chat.Last = new Delivery(answer, []);
        printer.Line($"  {answer.Status} {answer.Body}");
    }
}
