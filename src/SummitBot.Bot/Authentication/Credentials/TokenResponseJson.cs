using System.Text.Json.Serialization;

namespace SummitBot.Bot.Authentication.Credentials;

[JsonSerializable(typeof(TokenResponseBody))]
internal sealed partial class TokenResponseJson : JsonSerializerContext;
