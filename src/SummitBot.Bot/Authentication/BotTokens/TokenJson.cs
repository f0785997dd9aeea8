using System.Text.Json.Serialization;

namespace SummitBot.Bot.Authentication.BotTokens;

[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TokenJson : JsonSerializerContext;
