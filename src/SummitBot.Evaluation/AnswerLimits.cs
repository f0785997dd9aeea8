namespace SummitBot.Evaluation;

/// <summary>Maximum length of an answer that counts; without it, the whole article would be the best answer.</summary>
internal static class AnswerLimits
{
    public const int Sentences = 2;
    public const int Characters = 400;

    public static bool IsTooLong(string answer, int sentences) => sentences > Sentences || answer.Length > Characters;
}
