using System.Text.Json.Serialization;

namespace SummitBot.Language;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LanguageWordLists))]
[JsonSerializable(typeof(PhraseTexts))]
[JsonSerializable(typeof(ChatPhrases))]
[JsonSerializable(typeof(SmallTalkExpressions))]
internal sealed partial class LanguageJson : JsonSerializerContext;
