using System.Text.Json.Serialization;

namespace SummitBot.Core.Languages;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LanguageWordLists))]
[JsonSerializable(typeof(ThesaurusData))]
[JsonSerializable(typeof(PhraseTexts))]
[JsonSerializable(typeof(ChatPhrases))]
[JsonSerializable(typeof(SmallTalkExpressions))]
internal sealed partial class LanguageJson : JsonSerializerContext;
