using System.CommandLine;
using System.Text.Json;
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
        var details = new Option<string?>("--details")
        {
            Description = "A file for what it says to each question, as JSON lines.",
        };
        var command = new Command("evaluate", "Measures an exported reader on the held-out questions.")
        {
            model,
            details,
        };
        data.AddTo(command);
        command.SetAction(
            (parsed, _) =>
                CommandErrors.HandleAsync(() =>
                    EvaluateAsync(
                        parsed.GetRequiredValue(model),
                        parsed.GetValue(details),
                        data.Read(parsed, new TrainingOptions().MaxTokens)
                    )
                )
        );
        return command;
    }

    private static async Task EvaluateAsync(string model, string? details, DataFolders folders)
    {
        TrainingData data = folders.Load(BaseModel.Load());
        using var reader = new OnnxReader(await File.ReadAllBytesAsync(model));
        await using TextWriter lines = details is null ? TextWriter.Null : new StreamWriter(details);
        foreach (ReaderEvaluation evaluation in data.Evaluations)
        {
            IReadOnlyList<QuestionReading> readings = evaluation.Ask(reader);
            foreach (QuestionReading reading in readings)
            {
                await lines.WriteLineAsync(JsonSerializer.Serialize(reading, JsonSerializerOptions.Web));
            }

            await Console.Out.WriteLineAsync(ReaderScores.Compute(evaluation.Name, readings).ToString());
        }
    }
}
