namespace SummitBot.Quantization;

/// <summary>
/// Names of a tensor's quantized parts, and of the steps to a result: one tensor may be both, the result of one product
/// and a factor of the next.
/// </summary>
internal static class QuantizedNames
{
    /// <summary>The integers; multiplied with the scale they are the tensor.</summary>
    public static string Quantized(string tensor) => tensor + "/quantized";

    public static string Scale(string tensor) => tensor + "/scale";

    /// <summary>The integer that represents 0.</summary>
    public static string ZeroPoint(string tensor) => tensor + "/zeroPoint";

    /// <summary>The factors by which the tensor's columns are balanced, see <see cref="Balanced"/>.</summary>
    public static string Balance(string tensor) => tensor + "/balance";

    /// <summary>The tensor with columns of more equal size, so that one step of its integers fits all of them.</summary>
    public static string Balanced(string tensor) => tensor + "/balanced";

    /// <summary>The integers from which the result is made.</summary>
    public static string Product(string result) => result + "/product";

    /// <summary>The same as floating-point numbers, before they are scaled.</summary>
    public static string UnscaledProduct(string result) => result + "/unscaledProduct";

    /// <summary>The factor for scaling them.</summary>
    public static string ProductScale(string result) => result + "/productScale";
}
