using Microsoft.Extensions.DependencyInjection;
using SummitBot.Ingestion;
using SummitBot.Language;

namespace SummitBot.Tests.Ingestion;

public sealed class LanguageDetectorTests : IDisposable
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSummitBotIngestion()
        .BuildServiceProvider();

    private readonly ILanguageDetector _detector = Services.GetRequiredService<ILanguageDetector>();
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "The two leaders met at the Vostochny Cosmodrome, where the talks began in the afternoon.")]
    [InlineData(
        "de",
        "Der russische Präsident Wladimir Putin hat am Mittwoch den nordkoreanischen Machthaber empfangen."
    )]
    [InlineData("fr", "Le président russe a reçu mercredi le dirigeant nord-coréen au cosmodrome de Vostotchny.")]
    [InlineData("es", "El presidente ruso recibió el miércoles al líder norcoreano en el cosmódromo de Vostochni.")]
    [InlineData(
        "pt",
        "O presidente russo recebeu na quarta-feira o líder norte-coreano no cosmódromo; não houve imprensa."
    )]
    [InlineData("it", "Il presidente russo ha ricevuto mercoledì il leader nordcoreano al cosmodromo di Vostochny.")]
    [InlineData("nl", "De Russische president ontving woensdag de Noord-Koreaanse leider op het ruimtevaartcentrum.")]
    [InlineData("sv", "Rysslands president tog på onsdagen emot Nordkoreas ledare vid kosmodromen och inte i Moskva.")]
    [InlineData("da", "Ruslands præsident modtog onsdag Nordkoreas leder på rumhavnen, hvor de også så raketterne.")]
    [InlineData(
        "fi",
        "Venäjän presidentti tapasi keskiviikkona Pohjois-Korean johtajan avaruuskeskuksessa, mutta ei puhunut."
    )]
    [InlineData("pl", "Prezydent Rosji spotkał się w środę z przywódcą Korei Północnej na kosmodromie Wostocznyj.")]
    [InlineData(
        "cs",
        "Ruský prezident se ve středu setkal se severokorejským vůdcem na kosmodromu, který je ve výstavbě."
    )]
    [InlineData("hu", "Az orosz elnök szerdán találkozott az észak-koreai vezetővel, és megnézték a rakétákat is.")]
    [InlineData(
        "ro",
        "Președintele rus s-a întâlnit miercuri cu liderul nord-coreean la cosmodromul Vostocinîi și au discutat."
    )]
    [InlineData(
        "tr",
        "Rusya Devlet Başkanı çarşamba günü Kuzey Kore lideri ile uzay üssünde bir araya geldi ve görüştü."
    )]
    [InlineData("id", "Presiden Rusia pada hari Rabu bertemu dengan pemimpin Korea Utara di kosmodrom yang baru itu.")]
    [InlineData("ru", "Президент России Владимир Путин встретился с лидером Северной Кореи на космодроме Восточный.")]
    [InlineData(
        "uk",
        "Президент Росії зустрівся в середу з лідером Північної Кореї, який прибув поїздом до космодрому."
    )]
    [InlineData(
        "bg",
        "Руският президент се срещна в сряда с лидера на Северна Корея, който пристигна с влак от Пхенян."
    )]
    [InlineData("el", "Ο Ρώσος πρόεδρος συνάντησε την Τετάρτη τον ηγέτη της Βόρειας Κορέας στο κοσμοδρόμιο.")]
    [InlineData("ar", "التقى الرئيس الروسي يوم الأربعاء زعيم كوريا الشمالية في قاعدة فوستوتشني الفضائية.")]
    [InlineData("fa", "رئیس جمهوری روسیه روز چهارشنبه با رهبر کره شمالی در پایگاه فضایی دیدار کرد.")]
    [InlineData("he", "נשיא רוסיה נפגש ביום רביעי עם מנהיג קוריאה הצפונית בקוסמודרום.")]
    [InlineData("hi", "रूस के राष्ट्रपति ने बुधवार को उत्तर कोरिया के नेता से मुलाकात की।")]
    [InlineData("th", "ประธานาธิบดีรัสเซียพบกับผู้นำเกาหลีเหนือเมื่อวันพุธ")]
    [InlineData("ko", "푸틴 대통령은 수요일 우주기지에서 김정은 위원장을 만났다.")]
    [InlineData("ja", "プーチン大統領は水曜日、宇宙基地で金正恩氏と会談した。")]
    [InlineData("zh", "俄罗斯总统普京周三在东方航天发射场会见了金正恩。")]
    [InlineData("en", "Nell Archer leads the choir of Hale.")]
    [InlineData("en", "Marguerite Delacroix designed the Valmont library.")]
    [InlineData("en", "Giulia Romano wrote to Café Milano.")]
    [InlineData("fr", "Jack Smithson dirige la chorale des Highlands.")]
    [InlineData("de", "Jean-Luc Dubois leitet den Chor Bellevue.")]
    [InlineData("hy", "Ռուսաստանի նախագահը չորեքշաբթի օրը հանդիպեց Հյուսիսային Կորեայի առաջնորդին։")]
    public void Detect_TellsTheLanguageOfASentence(string language, string sentence)
    {
        Assert.Equal(language, _detector.Detect(sentence));
    }

    [Theory]
    [InlineData("en", "Why was the Vostochny Cosmodrome chosen for the meeting?")]
    [InlineData("en", "How long did the 2019 talks last?")]
    [InlineData("de", "Warum wurde das Kosmodrom für das Treffen gewählt?")]
    [InlineData("ru", "Почему встреча прошла на космодроме?")]
    [InlineData("es", "¿Por qué se eligió el cosmódromo para la reunión?")]
    [InlineData("ja", "会談はどこで行われましたか")]
    [InlineData("zh", "会谈在哪里举行？")]
    public void Detect_TellsTheLanguageOfAQuestion(string language, string question)
    {
        Assert.Equal(language, _detector.Detect(question));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("Kim?")]
    [InlineData("2023-09-13 12:00:00 1234567890 1234567890")]
    [InlineData("ᎣᏏᏲ ᎣᏏᏲ ᎣᏏᏲ ᎣᏏᏲ ᎣᏏᏲ ᎣᏏᏲ ᎣᏏᏲ")]
    public void Detect_SaysSoWhenTheTextDoesNotTell(string text)
    {
        Assert.Equal(LanguageCodes.Unknown, _detector.Detect(text));
    }

    [Theory]
    [InlineData("a.txt", "Der Präsident empfing den Gast am Mittwoch und zeigte ihm die Raketen.")]
    [InlineData("a.md", "Der Präsident *empfing* den Gast am Mittwoch und zeigte ihm die Raketen.")]
    [InlineData("a.html", "<p>Der Präsident empfing den Gast am Mittwoch und zeigte ihm die Raketen.</p>")]
    public async Task AnArticleThatDoesNotSayItsLanguageIsAskedForIt(string name, string text)
    {
        Assert.Equal("de", (await _folder.ReadAsync(name, text)).Language);
    }
}
