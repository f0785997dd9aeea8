using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Language;

/// <summary>Thai and Lao have spaces in place of full stops, but also around names, numbers and clauses.</summary>
public sealed class SpaceEndedSentenceTests
{
    [Theory]
    [InlineData("สะพานเชื่อมท่าเรือกับย่านเมืองเก่า|สะพานยาว 240 เมตร และใช้งบก่อสร้าง 85 ล้านบาท")]
    [InlineData(
        "ผู้ออกแบบคือสถาปนิกชื่อ มาลี วงศ์สว่าง|นายกเทศมนตรี สมชาย ใจดี กล่าวว่าหวังว่านักท่องเที่ยวจะเพิ่มขึ้น"
    )]
    [InlineData("ห้องสมุดกลางจะปิดตั้งแต่เดือนมกราคม เพื่อซ่อมหลังคาทั้งหมดของอาคารหลังนี้")]
    [InlineData("Bangkok in brief: กรุงเทพ")]
    public void Split_EndsASentenceAtASpaceBetweenLongClauses(string sentences)
    {
        string text = sentences.Replace('|', ' ');

        IEnumerable<TextRange> found = SentenceSplitter.Split(text, new TextRange(0, text.Length), "th");

        Assert.Equal(sentences.Split('|'), found.Select(r => text[r.Start..r.End]));
    }

    [Fact]
    public void Split_BoundsALineWithoutSpaces()
    {
        string text = new('ก', 5_000);

        TextRange[] found = [.. SentenceSplitter.Split(text, new TextRange(0, text.Length), "th")];

        Assert.Equal(5_000, found.Sum(r => r.Length));
        Assert.All(found, r => Assert.InRange(r.Length, 1, SentenceSplitter.MaxSentenceLength));
    }
}
