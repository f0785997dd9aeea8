using System.Globalization;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Risk;

namespace SummitBot.Tests.Answering;

/// <summary>Thresholds chosen by the share of answers that may be wrong.</summary>
public sealed class RiskSettingTests
{
    private static readonly RiskTable Table = new(
        [new RiskDataSet("news", 100, 30)],
        [new RiskPoint(0.1, 0.6, 0.9), new RiskPoint(0.4, 0.3, 0.5), new RiskPoint(0.8, 0.2, 0.1)],
        []
    );

    [Theory]
    [InlineData(1.0, 0.1)]
    [InlineData(0.6, 0.1)]
    [InlineData(0.59, 0.4)]
    [InlineData(0.2, 0.8)]
    [InlineData(0.19, null)]
    public void ThresholdFor_IsTheLowestThatKeepsTheRate(double rate, double? threshold) =>
        Assert.Equal(threshold, Table.ThresholdFor(rate));

    [Fact]
    public void TheEmbeddedTable_IsMeasuredAndMonotone()
    {
        IReadOnlyList<RiskPoint> points = RiskTable.Embedded.Points;

        Assert.True(points.Count > 50);
        Assert.NotEmpty(RiskTable.Embedded.DataSets);
        Assert.NotEmpty(RiskTable.Embedded.Check);
        foreach ((RiskPoint lower, RiskPoint higher) in points.Zip(points.Skip(1)))
        {
            Assert.True(lower.Threshold < higher.Threshold);
            Assert.True(lower.Error >= higher.Error && lower.Coverage >= higher.Coverage);
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.4)]
    public void MaxErrorRate_SetsTheThreshold(double rate)
    {
        AnsweringOptions settings = SettingsWith(("MaxErrorRate", rate.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(RiskTable.Embedded.ThresholdFor(rate), settings.MinConfidence);
        Assert.True(settings.ClosestPassageConfidence <= settings.MinConfidence);
    }

    [Fact]
    public void WithoutMaxErrorRate_TheThresholdIsTheSettings() =>
        Assert.Equal(0.7, SettingsWith(("MinConfidence", "0.7")).MinConfidence);

    [Theory]
    [InlineData("MaxErrorRate", "1.5", "SummitBot:Answering:MaxErrorRate must lie between 0 and 1")]
    [InlineData("MaxErrorRate", "0", "no threshold was measured to err so seldom")]
    [InlineData("ClosestPassageConfidence", "0.43", "must not be above MinConfidence, which is 0.42")]
    [InlineData("CalibrationFile", "/nowhere/risk.json", "write one with `summitbot eval --calibrate`")]
    public void ABadSetting_IsRefusedWithASentenceThatSaysHowToFixIt(string key, string value, string sentence)
    {
        (string, string)[] settings =
            key == "CalibrationFile" ? [(key, value), ("MaxErrorRate", "0.3")] : [(key, value)];

        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => SettingsWith(settings));

        Assert.Contains(sentence, Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoTable_IsNamed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["risk.json"], "{}");

        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => RiskTable.Read(folder["risk.json"]));

        Assert.Contains(folder["risk.json"], refused.Message, StringComparison.Ordinal);
    }

    private static AnsweringOptions SettingsWith(params (string Key, string Value)[] settings)
    {
        using var host = new AnswerHost(settings.Select(s => ($"SummitBot:Answering:{s.Key}", s.Value)));
        return host.Settings;
    }
}
