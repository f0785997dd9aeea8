namespace SummitBot.Quantization;

/// <summary>
/// Names of what stands for a tensor once it is quantized, and of the steps to a result: one tensor may be both, the result
/// of one product and what goes into the next.
/// </summary>
internal static class QuantizedNames
{
    /// <summary>The whole numbers: times the scale they are the tensor.</summary>
    public static string Quantized(string tensor) => tensor + "/quantized";

    public static string Scale(string tensor) => tensor + "/scale";

    /// <summary>The whole number that stands for 0.</summary>
    public static string ZeroPoint(string tensor) => tensor + "/zeroPoint";

    /// <summary>The integers from which the result is made.</summary>
    public static string Product(string result) => result + "/product";

    /// <summary>The same as floating-point numbers, before they are scaled.</summary>
    public static string UnscaledProduct(string result) => result + "/unscaledProduct";

    /// <summary>What they are multiplied with.</summary>
    public static string ProductScale(string result) => result + "/productScale";
}
