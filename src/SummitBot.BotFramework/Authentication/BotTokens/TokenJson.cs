using System.Text.Json.Serialization;

namespace SummitBot.BotFramework.Authentication.BotTokens;

[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TokenJson : JsonSerializerContext;
