namespace SummitBot.Tests.Cli;

/// <summary>
/// The program with other cultures: Turkish has two letters i, Thailand counts the years from 543 BC, and both format
/// numbers differently from English.
/// </summary>
public sealed class CultureTests
{
    private static readonly string[] Questions =
    [
        CliFolder.Question,
        "Summarize the article of 2021-05-04",
        "SUMMARIZE THE ARTICLE THE MILL",
        "Articles of 2021-05-04",
        "What happened on 4 May 2021?",
        "Which articles do you have?",
    ];

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("th_TH.UTF-8")]
    public async Task InAnotherCulture_TheSameIsAnswered(string culture)
    {
        CliResult expected = await ChatAsync("C.UTF-8");

        CliResult chat = await ChatAsync(culture);

        Assert.Equal(0, chat.ExitCode);
        Assert.Contains("2021-05-04", chat.Output, StringComparison.Ordinal);
        Assert.Equal(expected.Output, chat.Output);
    }

    private static async Task<CliResult> ChatAsync(string culture)
    {
        using var folder = new CliFolder();
        return await folder.RunAsync(["chat"], string.Join('\n', Questions), ("LC_ALL", culture));
    }
}
