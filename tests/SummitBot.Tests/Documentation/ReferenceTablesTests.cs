using System.Globalization;
using SummitBot.Cli;
using SummitBot.Terminal;

namespace SummitBot.Tests.Documentation;

/// <summary>The tables of commands and exit codes are complete.</summary>
public sealed class ReferenceTablesTests
{
    [Fact]
    public void ExitCodes_AreThoseOfTheCommandLine() =>
        Assert.Equal(
            typeof(ExitCode).GetFields().Select(f => (int)f.GetRawConstantValue()!).Order(),
            DocumentationPage
                .InDocs("cli.md")
                .Table("exit code")
                .Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/cli.md")]
    public void Commands_AreThoseOfTheCommandLine(string path)
    {
        using var streams = new StandardStreams(TextReader.Null, TextWriter.Null, TextWriter.Null);
        using var interrupts = new Interrupts();

        Assert.Equal(
            new CliProgram(streams, interrupts).CreateRoot().Subcommands.Select(c => c.Name).Order(),
            DocumentationPage
                .All.Single(page => page.Path == path)
                .Table("command")
                .Select(row => row[0].Split(' ')[1])
                .Distinct()
                .Order()
        );
    }
}
