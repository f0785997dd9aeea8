using SummitBot.Language;

namespace SummitBot.Tests.Language;

public sealed class ChatPhrasesTests
{
    [Theory]
    [InlineData("Wladiwostok?", "de-AT", "de")]
    [InlineData("Vladivostok?", "fr", "fr")]
    [InlineData("Vladivostok?", null, "en")]
    [InlineData("Vladivostok?", "tlh", "en")]
    [InlineData("Where is the harbour?", "de-DE", "en")]
    [InlineData("Wo ist der Hafen?", "en-US", "de")]
    [InlineData("Владивосток?", "de-DE", "ru")]
    [InlineData("👍", "es-MX", "es")]
    [InlineData(null, "es-MX", "es")]
    public void DetectLanguage_IsThatOfTheWords_AndThatOfTheProgramWhereTheWordsTellNone(
        string? text,
        string? locale,
        string expected
    ) => Assert.Equal(expected, ChatPhrases.DetectLanguage(text, locale));
}
