namespace SummitBot.ReaderTraining.Networks;

/// <summary>The sizes of the base model.</summary>
internal static class Shape
{
    public const int Layers = 6;
    public const int Heads = 12;
    public const int Width = 384;
    public const int HeadWidth = Width / Heads;
    public const double NormEpsilon = 1e-12;

    /// <summary>The logit of impossible choices, such as a sentence that a window does not have.</summary>
    public const float Impossible = -10_000;
}
