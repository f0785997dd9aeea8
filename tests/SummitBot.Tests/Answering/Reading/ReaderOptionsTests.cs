using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Reading;

namespace SummitBot.Tests.Answering.Reading;

public sealed class ReaderOptionsTests
{
    [Theory]
    [InlineData(ReaderProvider.Embedded, 6, 300, null)]
    [InlineData((ReaderProvider)9, 6, 300, "Provider must be embedded")]
    [InlineData(ReaderProvider.Embedded, 0, 300, "Passages must lie between 1 and 50")]
    [InlineData(ReaderProvider.None, 6, 0, "DeadlineMilliseconds must lie between 1 and 60000")]
    public void Validate_NamesTheSettingAndItsRange(
        ReaderProvider provider,
        int passages,
        int deadline,
        string? expected
    )
    {
        var options = new ReaderOptions
        {
            Provider = provider,
            Passages = passages,
            DeadlineMilliseconds = deadline,
        };
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);

        Assert.Equal(expected is null ? 0 : 1, problems.Count);
        Assert.All(problems, p => Assert.Contains(expected!, p.ErrorMessage, StringComparison.Ordinal));
    }
}
