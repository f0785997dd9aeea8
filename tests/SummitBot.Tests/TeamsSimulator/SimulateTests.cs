using SummitBot.Cli;
using SummitBot.Terminal;

namespace SummitBot.Tests.TeamsSimulator;

/// <summary><c>summitbot teams simulate</c> against bots that break rules: it must not praise them.</summary>
public sealed class SimulateTests
{
    [Theory]
    [InlineData("nothing", "answer")]
    [InlineData("error", "server-error")]
    [InlineData("full", "refused")]
    [InlineData("endless", "stream-end")]
    [InlineData("flood", "rate")]
    [InlineData("large", "size")]
    [InlineData("elsewhere", "activity-id")]
    [InlineData("together", "stream-overlap")]
    [InlineData("update", "activity-id")]
    [InlineData("worse", "markdown")]
    [InlineData("hello\n:again", "twice")]
    [InlineData("hello\n:like", "feedback")]
    [InlineData("hello\n:invoke what/ever", "invoke")]
    [InlineData(":replies hello", "replies")]
    [InlineData(":burst 2 nothing", "order")]
    [InlineData("hello\n:expect goodbye", "expectation")]
    [InlineData("hello\n:refuse hello", "expectation")]
    [InlineData("hello\n:cites 1", "expectation")]
    [InlineData("hello\n:card", "expectation")]
    [InlineData("hello\n:silence", "expectation")]
    [InlineData("hello\n:status 500", "expectation")]
    [InlineData(":press 1", "expectation")]
    [InlineData(":personal", "welcome")]
    public async Task ABrokenRule_IsNamedAndMakesTheExitCode4(string script, string rule)
    {
        (int exitCode, string output, _) = await RunAsync(script);

        Assert.Equal(ExitCode.Broken, exitCode);
        Assert.Contains($"BROKEN {rule}: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScriptThatIsFulfilled_BreaksNothingButTheWelcome()
    {
        (_, string output, _) = await RunAsync("# A remark\n\nhello\n:expect You said: HELLO\n:quit\n:unreached");

        Assert.Contains("You said: hello", output, StringComparison.Ordinal);
        Assert.EndsWith("1 broken:\n  BROKEN welcome: The bot greeted 2 times.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraft_IsWaitedForUntilItsUpdate()
    {
        (_, string output, _) = await RunAsync(
            "draft\n:expect the whole\n:refuse a draft\n:burst 2 draft\n:expect the whole",
            "--patience",
            "10"
        );

        Assert.Matches(", a draft after [0-9]+ ms, answered after [0-9]+ ms", output);
        Assert.EndsWith("1 broken:\n  BROKEN welcome: The bot greeted 2 times.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":dance", "':dance' is no command")]
    [InlineData(":press one", "'one' is no whole number")]
    public async Task ALineThatIsNoCommand_EndsTheRunWithItsNumber(string line, string problem)
    {
        (int exitCode, _, string error) = await RunAsync(line);

        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bot", "ftp://x", "is no web address")]
    [InlineData("--bot", "http://127.0.0.1:1", "No bot answers at http://127.0.0.1:1/api/messages")]
    [InlineData("--script", "/no/such/file", "cannot be read")]
    [InlineData("--patience", "-1", "must be a number of seconds")]
    public async Task WhatCannotBeDone_SaysHowToFixIt(string flag, string value, string problem)
    {
        (int exitCode, _, string error) = await RunAsync("", flag, value);

        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string script,
        params string[] flags
    )
    {
        await using MisbehavingBot bot = await MisbehavingBot.StartAsync();
        using var input = new StringReader(script);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var streams = new StandardStreams(input, output, error);
        using var interrupts = new Interrupts();
        string[] where = flags.Contains("--bot") ? [] : ["--bot", bot.Address];
        string[] timeout = flags.Contains("--patience") ? [] : ["--patience", "1"];

        int exitCode = await new CliProgram(streams, interrupts).RunAsync([
            "teams",
            "simulate",
            .. where,
            .. timeout,
            .. flags,
        ]);

        return (exitCode, output.ToString(), error.ToString());
    }
}
