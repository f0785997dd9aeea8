using System.Text;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class EncodingTests : IDisposable
{
    private const string Russian =
        "Президент России Владимир Путин и лидер Северной Кореи Ким Чен Ын встретились на космодроме Восточный.";

    private const string French =
        "Le président russe a reçu le dirigeant nord-coréen à l’intérieur du cosmodrome, où l’été s’achève déjà.";

    private const string German =
        "Der russische Präsident empfing den Gast über Stunden hinweg; die Gespräche hätten länger dauern können.";

    private const string Japanese =
        "プーチン大統領は水曜日、ボストーチヌイ宇宙基地で金正恩氏と会談し、ロケットの組み立て施設を案内した。";

    private const string Chinese =
        "俄罗斯总统普京周三在东方航天发射场会见了朝鲜领导人金正恩，双方举行了会谈，并参观了火箭的组装厂房。";

    private const string Korean =
        "블라디미르 푸틴 대통령은 수요일 보스토치니 우주기지에서 김정은 위원장을 만나 회담을 가졌다고 밝혔다.";

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Encodings =>
        new()
        {
            { "utf-8", Russian },
            { "utf-16", Russian },
            { "utf-16BE", French },
            { "utf-32", Japanese },
            { "windows-1251", Russian },
            { "koi8-r", Russian },
            { "windows-1252", French },
            { "windows-1252", German },
            { "shift_jis", Japanese },
            { "euc-jp", Japanese },
            { "iso-2022-jp", Japanese },
            { "gb18030", Chinese },
            {
                "big5",
                "俄羅斯總統普京週三在東方航天發射場會見了朝鮮領導人金正恩，雙方舉行了會談，並參觀了火箭的組裝廠房。"
            },
            { "euc-kr", Korean },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task TextInAnyCommonEncodingIsRead(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var writer = Encoding.GetEncoding(encoding);
        _folder.Write("a.txt", [.. writer.GetPreamble(), .. writer.GetBytes(text)]);

        Article article = await _folder.ArticleAsync("a.txt");

        Assert.Equal(text, article.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Utf16WithoutAMarkIsRead(bool bigEndian)
    {
        _folder.Write("a.txt", new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes(French));

        Assert.Equal(French, (await _folder.ArticleAsync("a.txt")).Text);
    }

    [Theory]
    [InlineData("<meta charset=iso-8859-2>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-2\">")]
    [InlineData("<?xml version=\"1.0\" encoding='iso-8859-2'?>")]
    public async Task AnHtmlPageIsReadAsItDeclares(string declaration)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string page = $"{declaration}<html><body><p>Žluťoučký kůň.</p></body></html>";
        _folder.Write("a.html", Encoding.GetEncoding("iso-8859-2").GetBytes(page));

        Assert.Equal("Žluťoučký kůň.", (await _folder.ArticleAsync("a.html")).Text);
    }

    [Fact]
    public async Task UnknownOrWrongDeclarationsAreNotBelieved()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (string charset in (string[])["utf-8", "no-such-charset", ""])
        {
            string page = $"<html><head><meta charset=\"{charset}\"></head><body><p>{Russian}</p></body></html>";
            _folder.Write("a.html", Encoding.GetEncoding("windows-1251").GetBytes(page));

            Assert.Equal(Russian, (await _folder.ArticleAsync("a.html")).Text);
        }
    }

    [Fact]
    public async Task ATextCutInTheMiddleOfACharacterIsStillUtf8()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Russian.TrimEnd('.'));
        _folder.Write("a.txt", bytes[..^1]);

        Assert.Equal(Russian[..^2], (await _folder.ArticleAsync("a.txt")).Text);
    }

    [Fact]
    public async Task AFewBadBytesDoNotSpoilALongUtf8Text()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xFF, .. Encoding.UTF8.GetBytes(Russian)];
        _folder.Write("a.txt", bytes);

        Assert.Equal(Russian + "\ufffd" + Russian, (await _folder.ArticleAsync("a.txt")).Text);
    }
}
