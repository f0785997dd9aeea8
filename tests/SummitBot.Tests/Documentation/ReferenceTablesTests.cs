using System.CommandLine;
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

    [Fact]
    public void CommandsOfTheOperatorsQuestions_AreUnderstood()
    {
        using var streams = new StandardStreams(TextReader.Null, TextWriter.Null, TextWriter.Null);
        using var interrupts = new Interrupts();
        RootCommand root = new CliProgram(streams, interrupts).CreateRoot();

        string[] commands =
        [
            .. DocumentationPage
                .InDocs("operations.md")
                .Table("question")
                .Select(row => row[1].Trim('`'))
                .Where(command => command.StartsWith("summitbot ", StringComparison.Ordinal)),
        ];

        Assert.InRange(commands.Length, 8, 50);
        Assert.All(commands, command => Assert.Empty(root.Parse(command["summitbot ".Length..]).Errors));
    }
}
