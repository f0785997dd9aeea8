using SummitBot.Cli;
using SummitBot.Terminal;

using StandardStreams streams = StandardStreams.OfThisProcess();
using var interrupts = Interrupts.OfThisProcess();
return await new CliProgram(streams, interrupts).RunAsync(args);
