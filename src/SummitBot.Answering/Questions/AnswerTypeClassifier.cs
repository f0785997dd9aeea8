using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Questions;

/// <summary>Reads off a question's words what kind of thing it asks for.</summary>
internal static class AnswerTypeClassifier
{
    private const int HeadNounReach = 3;

    /// <summary>Asking words that give way to a later what, how or why when they do not stand at the start.</summary>
    private static readonly string[] Yielding = ["place", "date", "person"];

    public static AnswerType Classify(IReadOnlyList<Word> question, LanguageProfile profile)
    {
        (int At, string Type)? asking = FirstAsking(question, profile);
        if (asking is null)
        {
            return AnswerType.Any;
        }

        return asking.Value.Type switch
        {
            "person" => AnswerType.Person,
            "date" => AnswerType.Date,
            "place" => AnswerType.Place,
            "number" => AnswerType.Number,
            "reason" => AnswerType.Reason,
            "thing" => ByHeadNoun(question, asking.Value.At, profile),
            _ => AnswerType.Any,
        };
    }

    /// <summary>True for the second word of an asking phrase: <c>large</c> in "how large", <c>year</c> in "what year".</summary>
    public static bool IsAskedWith(IReadOnlyList<Word> question, int at, LanguageProfile profile)
    {
        if (at == 0)
        {
            return false;
        }

        string phrase = $"{question[at - 1].Form} {question[at].Form}";
        return profile.QuestionTypes.Values.Any(phrases => phrases.Contains(phrase, StringComparer.Ordinal));
    }

    private static (int At, string Type)? FirstAsking(IReadOnlyList<Word> question, LanguageProfile profile)
    {
        (int At, string Type)? yielding = null;
        for (int i = 0; i < question.Count; i++)
        {
            if (TypeAt(question, i, profile) is not { } type)
            {
                continue;
            }

            if (i == 0 || !Yielding.Contains(type, StringComparer.Ordinal))
            {
                return (i, type);
            }

            yielding ??= (i, type);
        }

        return yielding;
    }

    private static string? TypeAt(IReadOnlyList<Word> question, int at, LanguageProfile profile)
    {
        string one = question[at].Form;
        string? two = at + 1 < question.Count ? $"{one} {question[at + 1].Form}" : null;
        string? byOne = null;
        foreach ((string type, IReadOnlyList<string> phrases) in profile.QuestionTypes)
        {
            if (two is not null && phrases.Contains(two, StringComparer.Ordinal))
            {
                return type;
            }

            if (phrases.Contains(one, StringComparer.Ordinal))
            {
                byOne = type;
            }
        }

        return byOne;
    }

    private static AnswerType ByHeadNoun(IReadOnlyList<Word> question, int asking, LanguageProfile profile)
    {
        string all = string.Join(' ', question.Select(w => w.Form));
        if (profile.PersonPhrases.Any(p => all.Contains(p, StringComparison.Ordinal)))
        {
            return AnswerType.Person;
        }

        foreach (
            Word word in question.Skip(asking + 1).Where(w => !profile.StopWords.Contains(w.Form)).Take(HeadNounReach)
        )
        {
            if (ClassifyNoun(word.Form, profile) is { } type)
            {
                return type;
            }
        }

        return AnswerType.Any;
    }

    private static AnswerType? ClassifyNoun(string noun, LanguageProfile profile)
    {
        string singular = noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun.TrimEnd('s');
        foreach (string form in (string[])[noun, singular])
        {
            AnswerType? type =
                profile.PersonNouns.Contains(form) ? AnswerType.Person
                : profile.DateNouns.Contains(form) ? AnswerType.Date
                : profile.PlaceNouns.Contains(form) ? AnswerType.Place
                : profile.NumberNouns.Contains(form) ? AnswerType.Number
                : profile.ReasonNouns.Contains(form) ? AnswerType.Reason
                : null;
            if (type is not null)
            {
                return type;
            }
        }

        return null;
    }
}
