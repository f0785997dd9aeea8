using System.Globalization;

namespace SummitBot.Language;

/// <summary>
/// What SummitBot says in chats beside its answers, in one language, as the resource file
/// <c>Languages/ChatPhrases/{code}.json</c> gives it; <c>{0}</c> stands for what is filled in.
/// </summary>
public sealed record ChatPhrases
{
    private static readonly LanguageResources<ChatPhrases> Texts = new("ChatPhrases", LanguageJson.Default.ChatPhrases);

    /// <summary>Says who speaks, and announces questions to begin with.</summary>
    public required string Welcome { get; init; }

    /// <summary>"Searching the articles …"</summary>
    public required string Searching { get; init; }

    public required string Failed { get; init; }

    /// <summary>The program stops, or the answer took too long.</summary>
    public required string Interrupted { get; init; }

    /// <summary>There is no index yet.</summary>
    public required string NotReady { get; init; }

    public required string NoAttachments { get; init; }

    /// <summary><c>{0}</c>: how many characters a question may have.</summary>
    public required string TooLong { get; init; }

    /// <summary>Confirms a reset.</summary>
    public required string Forgotten { get; init; }

    public required string NoSources { get; init; }

    /// <summary>Markdown: a line for each command.</summary>
    public required string Commands { get; init; }

    /// <summary>Announces questions to go on with.</summary>
    public required string AlsoAsk { get; init; }

    /// <summary>Asks for a summary; <c>{0}</c>: the article's title.</summary>
    public required string SummaryQuestion { get; init; }

    /// <summary>The languages that have phrases, ISO 639-1.</summary>
    public static IReadOnlyCollection<string> Codes => Texts.Codes;

    /// <summary>The phrases of a language; one without phrases gets the English ones.</summary>
    public static ChatPhrases For(string language) => Texts.For(language);

    /// <summary>The phrases for somebody who said that; when it tells no language, those of the program's own.</summary>
    /// <param name="locale">BCP 47 name of a language, for example <c>de-AT</c>.</param>
    public static ChatPhrases For(string? text, string? locale) => For(DetectLanguage(text, locale));

    /// <summary>ISO 639-1 code of the language to speak to somebody who said that.</summary>
    public static string DetectLanguage(string? text, string? locale)
    {
        string ofLocale = locale?.Split('-', '_')[0].ToLowerInvariant() ?? "";
        string fallback = Texts.Codes.Contains(ofLocale) ? ofLocale : LanguageCodes.English;
        return text is not null && text.Any(char.IsLetter) ? QuestionLanguage.Detect(text, fallback) : fallback;
    }

    public string TooLongFor(int characters) => string.Format(CultureInfo.InvariantCulture, TooLong, characters);

    public string SummaryQuestionFor(string title) =>
        string.Format(CultureInfo.InvariantCulture, SummaryQuestion, title);
}
