using System.CommandLine;
using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Training;

namespace SummitBot.ReaderTraining;

/// <summary><c>evaluate --model FILE</c>.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        DataOptions data = DataOptions.Create();
        var model = new Option<string>("--model") { Description = "An exported reader.onnx.", Required = true };
        var command = new Command("evaluate", "Measures an exported reader on the held-out questions.") { model };
        data.AddTo(command);
        command.SetAction(
            (parsed, _) =>
                CommandErrors.HandleAsync(() =>
                    EvaluateAsync(parsed.GetRequiredValue(model), data.Read(parsed, new TrainingOptions().MaxTokens))
                )
        );
        return command;
    }

    private static async Task EvaluateAsync(string model, DataFolders folders)
    {
        TrainingData data = folders.Load(BaseModel.Load());
        using var reader = new OnnxReader(await File.ReadAllBytesAsync(model));
        foreach (ReaderEvaluation evaluation in data.Evaluations)
        {
            await Console.Out.WriteLineAsync(evaluation.Score(reader).ToString());
        }
    }
}
