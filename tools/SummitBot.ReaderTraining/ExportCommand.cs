using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Onnx;
using SummitBot.Quantization;
using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Export;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;
using TorchSharp;

namespace SummitBot.ReaderTraining;

/// <summary><c>export --weights FILE --output FOLDER</c>.</summary>
internal static class ExportCommand
{
    /// <summary>Logits are around 10; a larger difference is not caused by rounding.</summary>
    private const double MaxDifference = 1e-2;

    /// <summary>How many training questions show how large the numbers in the network become.</summary>
    private const int SampledQuestions = 200;

    public static Command Create()
    {
        DataOptions data = DataOptions.Create();
        var weights = new Option<string>("--weights")
        {
            Description = $"The weights of a training run: {ReaderTrainer.BestFile} in its folder.",
            Required = true,
        };
        var output = new Option<string>("--output")
        {
            Description = "The folder for reader.onnx (8 bits), reader-float32.onnx and vocab.txt.",
            Required = true,
        };
        var command = new Command(
            "export",
            "Makes ONNX models of trained weights. With folders of questions, the 8 bits are fitted to the training questions, and both models are measured on the held-out ones."
        )
        {
            weights,
            output,
        };
        data.AddTo(command);
        command.SetAction(
            (parsed, _) =>
                CommandErrors.HandleAsync(() =>
                    ExportAsync(
                        parsed.GetRequiredValue(weights),
                        parsed.GetRequiredValue(output),
                        data.Read(parsed, new TrainingOptions().MaxTokens)
                    )
                )
        );
        return command;
    }

    private static async Task ExportAsync(string weights, string output, DataFolders folders)
    {
        var baseModel = BaseModel.Load();
        var encoder = new WindowEncoder(new ReaderTokenizer(baseModel.Vocabulary), folders.MaxTokens);
        using var network = new ReaderNetwork(baseModel, torch.ScalarType.Float32, dropout: 0);
        Checkpoint.LoadWeights(weights, network);
        ModelProto model = ReaderGraph.Create(baseModel, network);
        byte[] full = model.ToByteArray();
        TrainingData? data = folders.IsEmpty ? null : folders.Load(baseModel);
        ModelQuantizer.Quantize(
            model,
            data is null ? null : InputColumns.Measure(model, SampleFrom(data), encoder.Tokenizer.Padding)
        );
        byte[] quantized = model.ToByteArray();

        using var fullReader = new OnnxReader(full);
        using var quantizedReader = new OnnxReader(quantized);
        var sample = ReaderBatch.Create(SampleWindows.Create(encoder), encoder.Tokenizer.Padding);
        double difference = ExportCheck.ComputeMaxDifference(new NetworkReader(network), fullReader, sample);
        if (difference > MaxDifference)
        {
            throw new InvalidModelException(
                $"The exported model's logits differ from the network's by up to {difference}: nothing was written."
            );
        }

        Directory.CreateDirectory(output);
        await WriteAsync(Path.Combine(output, "reader-float32.onnx"), full);
        await WriteAsync(Path.Combine(output, "reader.onnx"), quantized);
        await WriteAsync(Path.Combine(output, "vocab.txt"), baseModel.Vocabulary);
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Exported: logits equal the network's to {difference:0.0e0}; {quantized.Length / 1e6:0.0} MB with 8 bits"
            )
        );
        foreach (ReaderEvaluation evaluation in data?.Evaluations ?? [])
        {
            await Console.Out.WriteLineAsync($"32 bits, {evaluation.Score(fullReader)}");
            await Console.Out.WriteLineAsync($" 8 bits, {evaluation.Score(quantizedReader)}");
        }
    }

    /// <summary>The first windows of questions from all over the training data; none that is held out.</summary>
    private static IEnumerable<ReaderWindow> SampleFrom(TrainingData data) =>
        data
            .Questions.Where((_, i) => i % Math.Max(1, data.Questions.Count / SampledQuestions) == 0)
            .Select(q => data.Encoder.Encode(q.Text, q.Passage.Title, q.Passage.Sentences).First());

    private static async Task WriteAsync(string file, byte[] bytes)
    {
        string part = file + ".part";
        await File.WriteAllBytesAsync(part, bytes);
        File.Move(part, file, overwrite: true);
    }
}
