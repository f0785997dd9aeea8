using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;
using TorchSharp;

namespace SummitBot.ReaderTraining;

/// <summary><c>train --questions FOLDER --output FOLDER</c>.</summary>
internal static class TrainCommand
{
    /// <summary>Where there is no terminal, lines are not broken.</summary>
    private const int LineLength = 1000;

    private static readonly TrainingOptions Defaults = new();

    public static Command Create()
    {
        DataOptions data = DataOptions.Create();
        var output = new Option<string>("--output")
        {
            Description = "The folder for checkpoints. A run that was interrupted there is continued.",
            Required = true,
        };
        var startFrom = new Option<string?>("--start-from")
        {
            Description =
                "A reader.onnx to train further, for instance on questions of your own; by default training begins with the base model.",
        };
        var epochs = new Option<double>("--epochs")
        {
            Description = "Passes over the questions; may be a fraction.",
            DefaultValueFactory = _ => Defaults.Epochs,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Another seed gives another reader; the same gives the same.",
            DefaultValueFactory = _ => Defaults.Seed,
        };
        var rate = new Option<double>("--learning-rate")
        {
            Description = "The highest learning rate.",
            DefaultValueFactory = _ => Defaults.LearningRate,
        };
        var precise = new Option<bool>("--float32")
        {
            Description = "Multiplies in 32 bits: slower, for processors without AVX-512 BF16.",
        };
        var command = new Command("train", "Trains a reader and keeps the best weights.")
        {
            output,
            startFrom,
            epochs,
            seed,
            rate,
            precise,
        };
        data.AddTo(command);
        command.SetAction(
            (parsed, token) =>
            {
                var options = new TrainingOptions
                {
                    StartFrom = parsed.GetValue(startFrom),
                    Epochs = parsed.GetValue(epochs),
                    Seed = parsed.GetValue(seed),
                    LearningRate = parsed.GetValue(rate),
                    UseBFloat16 = !parsed.GetValue(precise),
                };
                return CommandErrors.HandleAsync(() =>
                    TrainAsync(options, data.Read(parsed, options.MaxTokens), parsed.GetRequiredValue(output), token)
                );
            }
        );
        return command;
    }

    private static async Task TrainAsync(
        TrainingOptions options,
        DataFolders folders,
        string output,
        CancellationToken cancellationToken
    )
    {
        torch.set_num_threads(options.Threads);
        var baseModel = BaseModel.Load();
        TrainingData data = folders.Load(baseModel);
        IAnsiConsole console = AnsiConsole.Console;
        bool isTerminal = console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;
        console.Profile.Width = isTerminal ? console.Profile.Width : LineLength;
        double difference = BaseModelCheck.Run(
            baseModel,
            SampleWindows.Create(data.Encoder),
            data.Encoder.Tokenizer.Padding
        );
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{data.Questions.Count} questions to train on; the network equals the base model to {difference:0.0e0}"
            )
        );
        if (!isTerminal)
        {
            Train(null);
            return;
        }

        await console
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn())
            .StartAsync(context => Task.Run(() => Train(context.AddTask("training")), cancellationToken));

        void Train(ProgressTask? bar) =>
            new ReaderTrainer(options, output, new TrainingDisplay(console, bar)).Train(
                baseModel,
                data.CreateExamples(options),
                data.Questions,
                data.Evaluations,
                data.Encoder.Tokenizer.Padding,
                cancellationToken
            );
    }
}
