using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Language;

public sealed class WordListTests
{
    private static readonly string[] AnswerTypes = ["person", "date", "place", "number", "reason", "manner", "thing"];

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("ko")]
    [InlineData("zh")]
    [InlineData("ar")]
    [InlineData("ja")]
    [InlineData("th")]
    [InlineData("hi")]
    public void For_AsksForEveryKindOfAnswerWithPhrasesOfOneOrTwoWords(string language)
    {
        LanguageProfile profile = LanguageProfiles.For(language);

        Assert.Equal(language, profile.Language);
        Assert.Equal(
            AnswerTypes.Order(StringComparer.Ordinal),
            profile.QuestionTypes.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(profile.QuestionTypes.Values, phrases => Assert.NotEmpty(phrases));
        Assert.All(
            profile.QuestionTypes.Values.SelectMany(phrases => phrases),
            phrase => Assert.InRange(phrase.Split(' ').Length, 1, 2)
        );
    }

    [Theory]
    [InlineData("de", "Wer traf Kim?", "person")]
    [InlineData("de", "Wie viele Raketen starteten?", "number")]
    [InlineData("fr", "Où se sont-ils rencontrés ?", "place")]
    [InlineData("fr", "Pourquoi sont-ils venus ?", "reason")]
    [InlineData("ru", "Когда состоялась встреча?", "date")]
    [InlineData("ru", "Сколько ракет запустили?", "number")]
    [InlineData("ko", "김정은은 언제 왔나요?", "date")]
    [InlineData("ko", "누가 김정은을 만났나요?", "person")]
    [InlineData("ko", "로켓은 몇 개입니까?", "number")]
    [InlineData("ko", "정상회담은 어디에서 열렸나요?", "place")]
    [InlineData("zh", "普京什么时候会见了金正恩？", "date")]
    [InlineData("zh", "谁会见了金正恩？", "person")]
    [InlineData("zh", "为什么选择东方航天发射场？", "reason")]
    [InlineData("zh", "发射场有多少座建筑？", "number")]
    [InlineData("zh", "会谈在什么地方举行？", "place")]
    [InlineData("ar", "أين التقى الزعيمان؟", "place")]
    [InlineData("ar", "لماذا جاء كيم؟", "reason")]
    [InlineData("ja", "橋を設計したのは誰ですか?", "person")]
    [InlineData("ja", "橋はどのくらい長いですか?", "number")]
    [InlineData("ja", "図書館に何人いましたか?", "number")]
    [InlineData("ja", "会議はどこで開かれましたか?", "place")]
    [InlineData("ja", "橋はいつ開通しましたか?", "date")]
    [InlineData("ja", "図書館はなぜ閉まりますか?", "reason")]
    [InlineData("th", "ใครเป็นผู้ออกแบบสะพาน", "person")]
    [InlineData("th", "สะพานเปิดเมื่อไร", "date")]
    [InlineData("th", "การประชุมจัดที่ไหน", "place")]
    [InlineData("th", "ห้องสมุดมีหนังสือกี่เล่ม", "number")]
    [InlineData("th", "ทำไมห้องสมุดถึงปิด", "reason")]
    [InlineData("hi", "पुल का नक्शा किसने बनाया?", "person")]
    [InlineData("hi", "पुल कब खुला?", "date")]
    [InlineData("hi", "बैठक किस शहर में हुई?", "place")]
    [InlineData("hi", "पुस्तकालय में कितनी किताबें हैं?", "number")]
    [InlineData("hi", "पुस्तकालय क्यों बंद रहेगा?", "reason")]
    public void QuestionTypes_MatchTheTermsThatTheIndexCutsOfAQuestion(string language, string question, string type)
    {
        using var folder = new TemporaryFolder();
        using var host = new IndexHost(folder["index"]);
        IReadOnlyList<Term> terms = host.Terms.Analyze(question, language);
        string[] forms = [.. terms.Select(t => question[t.Start..t.End].ToLowerInvariant())];

        string[] cut = [.. forms, .. forms.Zip(forms.Skip(1), (one, next) => $"{one} {next}")];

        Assert.Contains(
            cut,
            c => LanguageProfiles.For(language).QuestionTypes[type].Contains(c, StringComparer.Ordinal)
        );
    }
}
