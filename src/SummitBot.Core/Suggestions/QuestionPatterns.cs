using System.Text.RegularExpressions;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Suggestions;

/// <summary>
/// Forms English questions from English sentences of a few simple shapes: "The town was founded in 1860" gives "When
/// was the town founded?". It does not check whether the articles answer them.
/// </summary>
internal static partial class QuestionPatterns
{
    private const int MaxSubjectLength = 60;

    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        "it",
        "he",
        "she",
        "they",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "which",
        "who",
        "what",
        "one",
        "both",
        "some",
        "many",
        "most",
        "all",
    };

    public static IEnumerable<QuestionCandidate> FindCandidates(string text, TextRange sentence)
    {
        string said = text[sentence.Start..sentence.End];
        foreach (string question in CreateQuestions(said))
        {
            yield return new QuestionCandidate(question, sentence);
        }
    }

    private static IEnumerable<string> CreateQuestions(string said)
    {
        if (DatedEvent().Match(said) is { Success: true } dated && GetSubject(dated) is { } subject)
        {
            yield return $"When {dated.Groups["be"].Value} {subject} {dated.Groups["done"].Value}?";
        }

        if (Agent().Match(said) is { Success: true } agent && GetSubject(agent) is { } made)
        {
            yield return $"Who {agent.Groups["done"].Value} {made}?";
        }

        if (Place().Match(said) is { Success: true } place && GetSubject(place) is { } placed)
        {
            yield return $"Where is {placed}?";
        }

        if (Eponym().Match(said) is { Success: true } named && GetSubject(named) is { } bearer)
        {
            yield return $"What {named.Groups["be"].Value} {bearer} named after?";
        }
    }

    /// <summary>The subject in the form it has inside a sentence; null for one that means nothing by itself.</summary>
    private static string? GetSubject(Match match)
    {
        string subject = match.Groups["subject"].Value.Trim();
        bool isVague = subject.Length > MaxSubjectLength || Array.Exists(subject.Split(' '), Vague.Contains);
        return isVague ? null
            : subject.StartsWith("The ", StringComparison.Ordinal) ? $"the {subject[4..]}"
            : subject.StartsWith("A ", StringComparison.Ordinal) ? $"a {subject[2..]}"
            : subject;
    }

    [GeneratedRegex(
        @"^(?<subject>(The |A )?[A-Z][^,;:.()]*?) (?<be>was|were) (first |last )?(?<done>founded|built|signed|adopted|launched|held|established|created|opened|born|imposed|elected|published|completed|introduced)\b[^,;.]*? (in|on) ([A-Z][a-z]+\.? )?(\d{1,2}, )?\d{4}\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex DatedEvent();

    [GeneratedRegex(
        @"^(?<subject>The [^,;:.()]*?|[A-Z][^,;:.()]*?) (is|was) (?<done>built|founded|made|developed|operated|owned|designed|chaired|led) by ",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Agent();

    /// <summary>The place must be a name: "the main change lies in the engines" gives no question.</summary>
    [GeneratedRegex(
        @"^(?<subject>(The )?[A-Z][^,;:.()]*?) (lies|is located|stands|is situated) [^;:.()]*?\b[A-Z]",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^(?<subject>(The )?[A-Z][^,;:.()]*?) (?<be>is|was) named after ",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Eponym();
}

/// <summary>A question that a sentence of an article seems to answer.</summary>
/// <param name="Answer">The sentence, in the article's text.</param>
internal sealed record QuestionCandidate(string Text, TextRange Answer);
