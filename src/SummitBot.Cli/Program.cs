using SummitBot.Cli;
using SummitBot.Terminal;

using StandardStreams streams = StandardStreams.ForCurrentProcess();
using var interrupts = Interrupts.ForCurrentProcess();
return await new CliProgram(streams, interrupts).RunAsync(args);
