namespace SummitBot.EmbeddingModel;

/// <summary>
/// Names of what stands for a tensor once it is quantized, and of the steps to a result: one tensor may be both, the result
/// of one product and what goes into the next.
/// </summary>
internal static class Names
{
    /// <summary>The whole numbers: times the scale they are the tensor.</summary>
    public static string Whole(string tensor) => tensor + "/whole";

    public static string Scale(string tensor) => tensor + "/scale";

    /// <summary>The whole number that stands for 0.</summary>
    public static string Zero(string tensor) => tensor + "/zero";

    /// <summary>The result in whole numbers.</summary>
    public static string Raw(string result) => result + "/raw";

    /// <summary>The same as floating-point numbers, before they are scaled.</summary>
    public static string Unscaled(string result) => result + "/unscaled";

    /// <summary>What they are multiplied with.</summary>
    public static string Factor(string result) => result + "/factor";
}
