using SummitBot.Core.Languages;

namespace SummitBot.Tests.Core.Languages;

public sealed class QuestionLanguageTests
{
    [Theory]
    [InlineData("Why was the cosmodrome chosen?", "en")]
    [InlineData("¿Por qué se eligió el cosmódromo?", "es")]
    [InlineData("Почему был выбран космодром?", "ru")]
    [InlineData("김정은은 왜 왔나요?", "ko")]
    [InlineData("为什么选择东方航天发射场？", "zh")]
    [InlineData("金正恩はなぜ来たのですか", "ja")]
    [InlineData("لماذا تم اختيار المكان؟", "ar")]
    [InlineData("Vostochny Soyuz-2", "en")]
    [InlineData("", "en")]
    public void Detect_TellsTheLanguage(string question, string expected) =>
        Assert.Equal(expected, QuestionLanguage.Detect(question));
}
