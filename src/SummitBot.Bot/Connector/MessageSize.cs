using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;
using SummitBot.Language.Sentences;

namespace SummitBot.Bot.Connector;

/// <summary>
/// Keeps messages below the size that Teams takes. Its limit is 100 KB in UTF-16 for the whole activity; messages of 70 KB
/// were seen refused, hence 40.
/// </summary>
public static class MessageSize
{
    /// <summary>Of the whole activity as JSON, in UTF-16 units.</summary>
    public const int MaxCharacters = 40 * 1024 / sizeof(char);

    private const string Cut = " …";

    /// <summary>
    /// The activity itself when it is small enough, otherwise a copy whose text ends at a sentence border. Citations of
    /// what was cut off are gone from the copy, for Teams refuses a citation without its <c>[n]</c>.
    /// </summary>
    public static Activity Fit(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        string json = ActivityJson.Serialize(activity);
        if (json.Length <= MaxCharacters || activity.Text is not { Length: > 0 } text)
        {
            return activity;
        }

        int rest = json.Length - LengthInJson(text);
        Activity copy = ActivityJson.Deserialize<Activity>(json) ?? activity;
        copy.Text = Shorten(text, MaxCharacters - rest - Cut.Length, copy.Locale);
        DropCitationsWithoutMark(copy);
        return copy;
    }

    /// <summary>As many whole sentences as fit; when not even one does, as many characters, none cut in two.</summary>
    private static string Shorten(string text, int maxInJson, string? locale)
    {
        int end = LastThatFits([.. SentenceEnds(text, locale)], text, maxInJson);
        if (end == 0)
        {
            end = LastThatFits(StringInfo.ParseCombiningCharacters(text), text, maxInJson);
        }

        return text[..end].TrimEnd() + Cut;
    }

    /// <summary>0 when none fits.</summary>
    private static int LastThatFits(IReadOnlyList<int> ends, string text, int maxInJson)
    {
        int fitting = 0;
        int beyond = ends.Count;
        while (fitting < beyond)
        {
            int middle = (fitting + beyond) / 2;
            if (LengthInJson(text[..ends[middle]]) <= maxInJson)
            {
                fitting = middle + 1;
            }
            else
            {
                beyond = middle;
            }
        }

        return fitting == 0 ? 0 : ends[fitting - 1];
    }

    /// <summary>Quotation marks, line breaks and emoji are escaped in JSON, and longer there.</summary>
    private static int LengthInJson(string text) => ActivityJson.Serialize(text).Length - 2;

    private static IEnumerable<int> SentenceEnds(string text, string? locale)
    {
        string language = locale is { Length: >= 2 } ? locale[..2].ToLowerInvariant() : "en";
        for (int start = 0; start < text.Length; )
        {
            int lineBreak = text.IndexOf('\n', start);
            int end = lineBreak < 0 ? text.Length : lineBreak;
            foreach (TextRange sentence in SentenceSplitter.Split(text, new TextRange(start, end), language))
            {
                yield return EndWithMarks(text, sentence.End, end);
            }

            start = end + 1;
        }
    }

    /// <summary>The marks of a sentence's citations stand behind its full stop, and belong to it.</summary>
    private static int EndWithMarks(string text, int sentenceEnd, int lineEnd)
    {
        int end = sentenceEnd;
        for (int i = sentenceEnd; i < lineEnd; i++)
        {
            if (text[i] == ']')
            {
                end = i + 1;
            }
            else if (text[i] is not (' ' or '[' or ',') && !char.IsAsciiDigit(text[i]))
            {
                break;
            }
        }

        return end;
    }

    private static void DropCitationsWithoutMark(Activity activity)
    {
        foreach (JArray citations in (activity.Entities ?? []).Select(e => e.Properties["citation"]).OfType<JArray>())
        {
            foreach (JObject claim in citations.OfType<JObject>().Where(c => !IsMarked(activity.Text, c)).ToArray())
            {
                claim.Remove();
            }
        }
    }

    private static bool IsMarked(string text, JObject claim) =>
        text.Contains($"[{claim["position"]}]", StringComparison.Ordinal);
}
