using System.Globalization;

namespace SummitBot.Language;

/// <summary>What SummitBot says in its own words, in one language.</summary>
public sealed class Phrases
{
    private static readonly LanguageResources<PhraseTexts> Texts = new("Phrases", LanguageJson.Default.PhraseTexts);

    private readonly PhraseTexts _texts;

    private Phrases(PhraseTexts texts) => _texts = texts;

    /// <summary>The languages that have phrases, ISO 639-1.</summary>
    public static IReadOnlyCollection<string> Codes => Texts.Codes;

    /// <summary>"The articles don't say."</summary>
    public string Refusal => _texts.Refusal;

    /// <summary>The refusal above a list of the closest articles.</summary>
    /// <summary>Says that no article is even near to the question.</summary>
    public string NothingFound => _texts.NothingFound;

    public string RefusalHeading => _texts.RefusalHeading;

    /// <summary>Says that the articles say what a question states.</summary>
    public string Confirmed => _texts.Confirmed;

    /// <summary>Says that the articles say something else than a question states.</summary>
    public string Denied => _texts.Denied;

    /// <summary>Announces passages that may answer.</summary>
    public string PassagesOffered => _texts.PassagesOffered;

    /// <summary>"Part of the answer was left out because no article supports it."</summary>
    public string PartLeftOut => _texts.PartLeftOut;

    /// <summary>Announces quotations in the place of a model's answer that did not match its sources.</summary>
    public string OnlyQuotations => _texts.OnlyQuotations;

    /// <summary>Announces the sides of a disagreement between articles.</summary>
    public string Conflict => _texts.Conflict;

    /// <summary>The quiet note below an answer that a model should have worded and did not.</summary>
    public string WithoutModel => _texts.WithoutModel;

    /// <summary>The same where the model had begun: sentences of it may have been seen.</summary>
    public string ModelBrokeOff => _texts.ModelBrokeOff;

    public string Greeting => _texts.Greeting;

    public string Thanks => _texts.Thanks;

    public string Goodbye => _texts.Goodbye;

    /// <summary>Says who speaks.</summary>
    public string Identity => _texts.Identity;

    /// <summary>Says what one can ask.</summary>
    public string Help => _texts.Help;

    /// <summary>"There are no articles yet."</summary>
    public string NoArticles => _texts.NoArticles;

    /// <summary>Asks which article is meant.</summary>
    public string WhichArticle => _texts.WhichArticle;

    /// <summary>Heading of a list of articles near a question.</summary>
    public string Closest => _texts.Closest;

    /// <summary>Heading of a list of sources.</summary>
    public string Sources => _texts.Sources;

    /// <summary>Label of one source.</summary>
    public string Source => _texts.Source;

    /// <summary>The phrases of a language; one without phrases gets the English ones.</summary>
    public static Phrases For(string language) => new(Texts.For(language));

    /// <summary>True for what SummitBot says, in any language, when the articles do not answer or it asks back.</summary>
    public static bool IsRefusal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Texts.All.Any(t =>
            StartsWith(text, t.Refusal)
            || StartsWith(text, t.NothingFound)
            || StartsWith(text, GetStart(t.RefusalWithClosest))
            || StartsWith(text, GetStart(t.Clarification))
        );
    }

    /// <summary>True for what SummitBot says, in any language, when it asks which of two readings is meant.</summary>
    public static bool IsClarification(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Texts.All.Any(t => StartsWith(text, GetStart(t.Clarification)));
    }

    /// <summary>An answer without the words, in any language, that announce passages that may answer or a disagreement.</summary>
    public static string WithoutAnnouncement(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? announcement = Texts
            .All.SelectMany(t => (string[])[t.PassagesOffered, t.Conflict, t.Confirmed, t.Denied])
            .FirstOrDefault(a => StartsWith(text, a));
        return announcement is null ? text : text[announcement.Length..].TrimStart();
    }

    /// <summary>The refusal with the titles of the closest articles.</summary>
    public string RefusalWithClosest(IEnumerable<string> titles) => Fill(_texts.RefusalWithClosest, Join(titles));

    /// <summary>A quotation, introduced as the article's words.</summary>
    public string AccordingToTheArticle(string quote) => Fill(_texts.AccordingToTheArticle, quote);

    /// <summary>Asks which of two readings is meant.</summary>
    public string Clarification(string first, string second) => Fill(_texts.Clarification, first, second);

    /// <summary>Heading of the list of all articles.</summary>
    public string ArticleList(int count) => Fill(_texts.ArticleList, Number(count));

    /// <summary>Heading of a list of the newest articles.</summary>
    public string NewestArticles(int shown, int all) => Fill(_texts.NewestArticles, Number(shown), Number(all));

    /// <summary>Heading of a list of the oldest articles.</summary>
    public string OldestArticles(int shown, int all) => Fill(_texts.OldestArticles, Number(shown), Number(all));

    /// <summary>Heading of a list of articles on a subject.</summary>
    public string ArticlesOn(string subject) => Fill(_texts.ArticlesOn, subject);

    /// <summary>Heading of a list of the best of many articles on a subject.</summary>
    public string BestArticlesOn(string subject, int shown) => Fill(_texts.BestArticlesOn, subject, Number(shown));

    public string NoArticleOn(string subject) => Fill(_texts.NoArticleOn, subject);

    /// <summary>Says that there is no article of that name.</summary>
    public string UnknownArticle(string name) => Fill(_texts.UnknownArticle, name);

    /// <summary>Heading of a summary.</summary>
    public string Summary(string title) => Fill(_texts.Summary, title);

    /// <summary>Heading of a summary of several articles on a subject, the newest first.</summary>
    public string TopicSummary(string subject) => Fill(_texts.TopicSummary, subject);

    /// <summary>Says that an article has no sentence to quote.</summary>
    public string NoSummary(string title) => Fill(_texts.NoSummary, title);

    /// <summary>Several names in a row.</summary>
    public string Join(IEnumerable<string> names) => string.Join(_texts.ListSeparator, names);

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    /// <summary>What stands before the first value to be filled in.</summary>
    private static string GetStart(string text) => text[..text.IndexOf('{', StringComparison.Ordinal)];

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
