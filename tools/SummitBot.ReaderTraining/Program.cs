using System.CommandLine;
using SummitBot.ReaderTraining;

var command = new RootCommand(
    "Trains the reader: the model that finds the sentence of a passage that answers a question."
)
{
    TrainCommand.Create(),
    ExportCommand.Create(),
    EvaluateCommand.Create(),
};
return await command.Parse(args).InvokeAsync();
