using System.Text.RegularExpressions;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>
/// Detects sentences of an article that are addressed to its reader instead of stating a fact. A model that follows
/// such an instruction may repeat it, and the repetition matches its source word for word. Sentences addressed to an
/// assistant are never shown; a command, a question or a line of code is shown only when the user asked about its
/// subject.
/// </summary>
public sealed partial class PromptInjectionDetector
{
    /// <summary>The reason code of such a sentence.</summary>
    public const string Code = "instruction";

    private readonly HashSet<string> _asked;
    private readonly bool _wantsSteps;

    /// <param name="question">The question that the draft answers.</param>
    public PromptInjectionDetector(ResolvedQuestion question)
    {
        _asked = GetContent(question.Text, question.Language).ToHashSet(StringComparer.Ordinal);
        _wantsSteps = Steps().IsMatch(question.Text);
    }

    /// <summary>True for a sentence that may be shown neither as an answer nor as a source.</summary>
    /// <param name="sentence">Plain text.</param>
    public bool IsIn(string sentence)
    {
        if (ToAssistant().IsMatch(sentence))
        {
            return true;
        }

        bool isCommand = IsCommand(sentence);
        bool statesNothing = isCommand || AsksOrLeadsOn().IsMatch(sentence) || Program().IsMatch(sentence);
        return statesNothing && !(isCommand && _wantsSteps) && !IsAboutTheQuestion(sentence);
    }

    private bool IsAboutTheQuestion(string sentence) =>
        GetContent(sentence, LanguageCodes.English).Any(_asked.Contains);

    /// <summary>
    /// True when it starts with a verb in its base form that has an object, or that can only be a verb.
    /// </summary>
    private static bool IsCommand(string sentence)
    {
        string opening = Courtesy().Replace(sentence, "");
        if (opening.Length < sentence.Length)
        {
            return true;
        }

        if (Opening().Match(opening) is not { Success: true } words)
        {
            return false;
        }

        string verb = words.Groups["verb"].Value.ToLowerInvariant();
        WordTables english = WordTables.English;
        return english.IsVerb(verb) && (english.IsVerbOnly(verb) || words.Groups["object"].Success);
    }

    private static IEnumerable<string> GetContent(string text, string language) =>
        WordAnnotator
            .Annotate(text, language)
            .Where(t => t.IsContent && !WordClasses.IsLight(t.Lemma))
            .SelectMany(t => new[] { t.Lower, t.Lemma });

    [GeneratedRegex(
        @"\byour\s+(?:\w+\s+){0,2}?(?:response|reply|replies|answer|output|elucidation|explanation|summary|code|codebase|"
            + @"implementation|solution|algorithm|instructions|rules|prompt)\b|"
            + @"\b(?:following|subsequent|below|given)\s+(?:\w+\s+)?(?:code|script|snippet|command)\b|"
            + @"\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}?(?:instructions?|rules|prompts?|passages|context)\b|"
            + @"\b(?:previous|prior|above|preceding|system)\s+(?:instructions|prompts?)\b|"
            + @"\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:\w+\s+)?(?:AI|assistant|chat\s?bot|language\s+model)\b|"
            + @"^(?:please\s+)?(?:tell|inform|remind|warn|advise|encourage|urge|ask)\s+(?:the\s+|all\s+|every\s+|your\s+)?"
            + @"(?:users?|readers?|people|person|everybody|everyone|whoever)\b|"
            + @"\b(?:assistants?|chat\s?bots?|language\s+models?|AIs?)\s*[:,]?\s+(?:must|should|shall|has\s+to|have\s+to|please)\b|"
            + @"\b(?:when|if|whenever)\s+(?:you\s+(?:are\s+asked|answer|respond|reply)|users?\s+asks?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex ToAssistant();

    /// <summary>A question, or words that only introduce what follows.</summary>
    [GeneratedRegex(@"[?？:]\W*$", RegexOptions.None, 1_000)]
    private static partial Regex AsksOrLeadsOn();

    /// <summary>A call, an assignment, an import, the end of a statement or of a block.</summary>
    [GeneratedRegex(
        @"\w\(|[\w\]]\s*=\s*\S|^\s*(?:import|from)\s+[\w.]+(?:\s*,|\s+(?:import|as)\b|\s*$)|[;{}()]\s*$|\w\.\w+\[|^\W*$",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Program();

    [GeneratedRegex(
        @"^(?:please|kindly|do\s+not|don['’]t|let\s+(?:us|me)|let['’]s|be\s+sure\s+to|make\s+sure|remember\s+to|try\s+to)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Courtesy();

    /// <summary>The first word, followed by a word that can start an object.</summary>
    [GeneratedRegex(
        @"^(?:\w+ly\s+)?(?<verb>\p{L}+)\s+(?:(?:up|down|out|in|off|over|about)\s+)?(?<object>(?:an?|the|this|that|these|those|your|my|our|its|their|me|us|it|them|him|her|all|any|some|each|every|how|why|what|whether)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Opening();

    /// <summary>The question asks what to do, so a command is an answer.</summary>
    [GeneratedRegex(
        @"\bhow\s+to\b|\bhow\s+(?:do|can|should|would|could)\s+(?:I|we|you|one)\b|\bwhat\s+(?:should|must|can|do)\s+(?:I|we|you|one)\b|\bsteps\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Steps();
}
