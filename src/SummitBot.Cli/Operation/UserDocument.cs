using System.Text.Json.Nodes;
using SummitBot.Core.Answers;
using SummitBot.Core.Feedback;
using SummitBot.Hosting.Operation;

namespace SummitBot.Cli.Operation;

/// <summary>What <c>user export</c> prints.</summary>
public sealed record UserDocument(
    string Id,
    IReadOnlyList<UserDocument.Turn> Turns,
    IReadOnlyList<UserDocument.Opinion> Feedback,
    IReadOnlyList<UserDocument.Conversation> Conversations,
    IReadOnlyList<UserDocument.UsedModels> ModelUsage,
    IReadOnlyList<JsonNode?> Waiting
)
{
    public static UserDocument From(string id, PersonalData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new UserDocument(
            id,
            [
                .. data.Turns.Select(t => new Turn(
                    t.Conversation.ToString(),
                    t.AskedAt,
                    JsonNode.Parse(AnswerJson.Serialize(t.Answer))
                )),
            ],
            [
                .. data.Feedback.Select(f => new Opinion(
                    f.Conversation.ToString(),
                    f.GivenAt,
                    f.Reaction is Reaction.Like ? "like" : "dislike",
                    f.Comment
                )),
            ],
            [
                .. data.Conversations.Select(c => new Conversation(
                    c.Id,
                    c.LastActiveAt,
                    [.. c.Activities.Select(a => JsonNode.Parse(a))]
                )),
            ],
            [.. data.Usage.Select(u => new UsedModels(u.Day, u.Amount.Requests, u.Amount.Input, u.Amount.Output))],
            [.. data.Waiting.Select(w => JsonNode.Parse(w))]
        );
    }

    /// <param name="Answer">The JSON answer, the question in it.</param>
    public sealed record Turn(string Conversation, DateTimeOffset AskedAt, JsonNode? Answer);

    public sealed record Opinion(string Conversation, DateTimeOffset GivenAt, string Reaction, string? Comment);

    public sealed record Conversation(string Id, DateTimeOffset LastActiveAt, IReadOnlyList<JsonNode?> Activities);

    public sealed record UsedModels(string Day, long Requests, long InputTokens, long OutputTokens);
}
