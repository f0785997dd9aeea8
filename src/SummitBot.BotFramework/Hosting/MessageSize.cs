using System.Buffers;
using SummitBot.BotFramework.Activities;

namespace SummitBot.BotFramework.Hosting;

/// <summary>Keeps messages below what channels take: Teams refuses above 100 KB, now and then near 70 KB.</summary>
internal static class MessageSize
{
    /// <summary>The whole message as UTF-16.</summary>
    public const int MaxBytes = 40 * 1024;

    private const string Ellipsis = " …";

    /// <summary>A shorter text with what can stand beside it is never too large.</summary>
    private const int SurelySmall = 4_000;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…。！？؟\n");

    /// <summary>Cuts the text at the end of a sentence; a message that is small enough stays as it is.</summary>
    public static void Fit(Activity activity)
    {
        if (activity.Text is not { Length: > SurelySmall } text || LengthOf(activity) <= MaxBytes)
        {
            return;
        }

        int excess = LengthOf(activity) - MaxBytes;
        // A character takes two bytes and more when JSON escapes it: what is left is measured again.
        for (int length = text.Length - (excess / 2) - Ellipsis.Length; length > 0; length -= 1 + (excess / 2))
        {
            activity.Text = Cut(text, length) + Ellipsis;
            excess = LengthOf(activity) - MaxBytes;
            if (excess <= 0)
            {
                return;
            }
        }

        activity.Text = Ellipsis.Trim();
    }

    /// <summary>The text up to the last sentence that ends before the length; up to a white space when none does.</summary>
    private static string Cut(string text, int length)
    {
        ReadOnlySpan<char> kept = text.AsSpan(0, length);
        int end = kept.LastIndexOfAny(SentenceEnds) + 1;
        if (end <= 0)
        {
            end = kept.LastIndexOf(' ');
        }

        if (end <= 0)
        {
            end = char.IsHighSurrogate(kept[^1]) ? length - 1 : length;
        }

        return kept[..end].TrimEnd().ToString();
    }

    private static int LengthOf(Activity activity) => ActivityJson.Serialize(activity).Length * sizeof(char);
}
