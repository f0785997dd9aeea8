using System.Text.Json;

namespace SummitBot.Tests.Models;

/// <summary>A request for a chat completion.</summary>
internal sealed record ModelRequest(string Path, JsonElement Body)
{
    public bool IsStream => Body.TryGetProperty("stream", out JsonElement stream) && stream.GetBoolean();

    public string Model => Body.TryGetProperty("model", out JsonElement model) ? model.GetString() ?? "" : "";

    /// <summary>The text of the messages of a role.</summary>
    public string GetText(string role) =>
        string.Join(
            '\n',
            Body.GetProperty("messages")
                .EnumerateArray()
                .Where(m => m.GetProperty("role").GetString() == role)
                .Select(TextOfMessage)
        );

    private static string TextOfMessage(JsonElement message)
    {
        JsonElement content = message.GetProperty("content");
        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Concat(
                content.EnumerateArray().Select(p => p.GetProperty("text").GetString())
            ),
            _ => "",
        };
    }
}
