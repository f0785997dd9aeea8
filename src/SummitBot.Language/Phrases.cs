using System.Globalization;

namespace SummitBot.Language;

/// <summary>The bot's own phrases in one language.</summary>
public sealed class Phrases
{
    private static readonly LanguageResources<PhraseTexts> Texts = new("Phrases", LanguageJson.Default.PhraseTexts);

    private readonly PhraseTexts _texts;

    private Phrases(PhraseTexts texts) => _texts = texts;

    /// <summary>The languages that have phrases, ISO 639-1.</summary>
    public static IReadOnlyCollection<string> Codes => Texts.Codes;

    /// <summary>"The articles don't say."</summary>
    public string Refusal => _texts.Refusal;

    /// <summary>Says that no article is even near to the question.</summary>
    public string NothingFound => _texts.NothingFound;

    /// <summary>The refusal above a list of the closest articles.</summary>
    public string RefusalHeading => _texts.RefusalHeading;

    /// <summary>Says that the articles confirm what a question states.</summary>
    public string Confirmed => _texts.Confirmed;

    /// <summary>Says that the articles contradict what a question states.</summary>
    public string Denied => _texts.Denied;

    /// <summary>Introduces passages that may answer.</summary>
    public string PassagesOffered => _texts.PassagesOffered;

    /// <summary>"Part of the answer was left out because no article supports it."</summary>
    public string PartLeftOut => _texts.PartLeftOut;

    /// <summary>Introduces quotations that replace a model's answer which did not match its sources.</summary>
    public string OnlyQuotations => _texts.OnlyQuotations;

    /// <summary>Introduces the sides of a disagreement between articles.</summary>
    public string Conflict => _texts.Conflict;

    /// <summary>The note below an answer that was written without the configured model.</summary>
    public string WithoutModel => _texts.WithoutModel;

    /// <summary>The same when the model failed after some of its sentences may have been shown.</summary>
    public string ModelBrokeOff => _texts.ModelBrokeOff;

    public string Greeting => _texts.Greeting;

    public string Thanks => _texts.Thanks;

    public string Goodbye => _texts.Goodbye;

    /// <summary>Introduces the bot.</summary>
    public string Identity => _texts.Identity;

    /// <summary>Says what can be asked.</summary>
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

    /// <summary>The refusal with the titles of the closest articles.</summary>
    public string RefusalWithClosest(IEnumerable<string> titles) => Fill(_texts.RefusalWithClosest, Join(titles));

    /// <summary>Says that the articles are in another language than the question.</summary>
    /// <param name="language">ISO 639-1 code of the articles; shown by its own name.</param>
    public string OtherLanguage(string language) =>
        Fill(_texts.OtherLanguage, CultureInfo.GetCultureInfo(language).NativeName);

    /// <summary>A quotation, introduced as the article's words.</summary>
    public string AccordingToTheArticle(string quote) => Fill(_texts.AccordingToTheArticle, quote);

    /// <summary>Says that a difference was computed from numbers that are quoted.</summary>
    public string Computed(string difference) => Fill(_texts.Computed, difference);

    /// <summary>Says that a list has more items than are shown.</summary>
    public string OmittedItems(int count) => Fill(_texts.OmittedItems, Number(count));

    /// <summary>Asks which of two meanings is intended.</summary>
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

    /// <summary>Says that there is no article with that name.</summary>
    public string UnknownArticle(string name) => Fill(_texts.UnknownArticle, name);

    /// <summary>Heading of a summary.</summary>
    public string Summary(string title) => Fill(_texts.Summary, title);

    /// <summary>Heading of a summary of several articles on a subject, newest first.</summary>
    public string TopicSummary(string subject) => Fill(_texts.TopicSummary, subject);

    /// <summary>Says that an article has no sentence to quote.</summary>
    public string NoSummary(string title) => Fill(_texts.NoSummary, title);

    /// <summary>A list of several names.</summary>
    public string Join(IEnumerable<string> names) => string.Join(_texts.ListSeparator, names);

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
