using System.Text.Json;
using SummitBot.ReaderTraining.Networks;
using TorchSharp.Modules;

namespace SummitBot.ReaderTraining.Training;

/// <summary>
/// The files for continuing a training run or exporting a model. Each is written under another name and moved into
/// place when complete, so an interruption leaves the previous one.
/// </summary>
internal static class Checkpoint
{
    /// <summary>State, weights and optimizer, for continuing the training.</summary>
    public static void Save(string file, TrainingState state, ReaderNetwork network, AdamW optimizer) =>
        Write(
            file,
            writer =>
            {
                writer.Write(JsonSerializer.Serialize(state));
                network.save(writer);
                optimizer.save_state_dict(writer);
            }
        );

    public static TrainingState Load(string file, ReaderNetwork network, AdamW optimizer)
    {
        using BinaryReader reader = Open(file);
        TrainingState state = JsonSerializer.Deserialize<TrainingState>(reader.ReadString())!;
        network.load(reader);
        optimizer.load_state_dict(reader);
        return state;
    }

    /// <summary>The weights alone.</summary>
    public static void SaveWeights(string file, ReaderNetwork network) => Write(file, writer => network.save(writer));

    public static void LoadWeights(string file, ReaderNetwork network)
    {
        using BinaryReader reader = Open(file);
        network.load(reader);
    }

    private static BinaryReader Open(string file) => new(new BufferedStream(File.OpenRead(file), 1 << 20));

    private static void Write(string file, Action<BinaryWriter> write)
    {
        string part = file + ".part";
        using (var writer = new BinaryWriter(new BufferedStream(File.Create(part), 1 << 20)))
        {
            write(writer);
        }

        File.Move(part, file, overwrite: true);
    }
}
