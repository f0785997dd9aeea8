using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>The texts of the pages for operators in one language, from <c>Assets/admin/{code}.json</c>.</summary>
public sealed record AdminTexts : PageTexts
{
    private static readonly IReadOnlyDictionary<string, AdminTexts> ByLanguage = ReadAll<AdminTexts>("admin");

    public required string Title { get; init; }
    public required string Overview { get; init; }
    public required string Questions { get; init; }
    public required string Sources { get; init; }

    /// <summary>The link to the questions made of marked answers.</summary>
    public required string Evaluation { get; init; }

    /// <summary><c>{0}</c>: the user's name.</summary>
    public required string SignedIn { get; init; }

    public required string SignOut { get; init; }
    public required string Asked { get; init; }

    /// <summary><c>{0}</c>: a number of days.</summary>
    public required string Days { get; init; }

    /// <summary>Before the links to files.</summary>
    public required string Export { get; init; }

    public required string PerDay { get; init; }
    public required string Latency { get; init; }
    public required string Gaps { get; init; }
    public required string Feedback { get; init; }
    public required string Last { get; init; }
    public required string None { get; init; }
    public required string NothingRefused { get; init; }
    public required string NoFeedback { get; init; }
    public required string FeedbackUnreadable { get; init; }
    public required string NothingAsked { get; init; }
    public required string Other { get; init; }
    public required string QuestionCount { get; init; }
    public required string Answered { get; init; }
    public required string Offered { get; init; }
    public required string Refused { get; init; }
    public required string AskedBack { get; init; }
    public required string Failed { get; init; }
    public required string MedianTime { get; init; }
    public required string SlowTime { get; init; }
    public required string HelpfulOrNot { get; init; }
    public required string Unknown { get; init; }

    /// <summary><c>{0}</c>: the figures, or that it is not ready.</summary>
    public required string Index { get; init; }

    public required string IndexNotReady { get; init; }

    /// <summary><c>{0}</c>: articles, <c>{1}</c>: passages, <c>{2}</c>: the time.</summary>
    public required string IndexFigures { get; init; }

    /// <summary><c>{0}</c> and <c>{1}</c>: numbers of questions, <c>{2}</c>: the most of a day.</summary>
    public required string DayFigures { get; init; }

    /// <summary><c>{0}</c>: the day, <c>{1}</c> and <c>{2}</c>: numbers of questions.</summary>
    public required string DayCounts { get; init; }

    public required string NotAnswered { get; init; }
    public required string Longer { get; init; }
    public required string When { get; init; }
    public required string Channel { get; init; }
    public required string Question { get; init; }
    public required string Outcome { get; init; }
    public required string Confidence { get; init; }
    public required string Time { get; init; }
    public required string AnswerWas { get; init; }
    public required string Comment { get; init; }
    public required string Helpful { get; init; }
    public required string NotHelpful { get; init; }
    public required string NotKept { get; init; }
    public required string Find { get; init; }
    public required string Words { get; init; }
    public required string Any { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Commented { get; init; }
    public required string Marked { get; init; }
    public required string NothingFits { get; init; }
    public required string Older { get; init; }
    public required string Conversation { get; init; }
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string Gone { get; init; }
    public required string SourcesOfAnswer { get; init; }
    public required string Mark { get; init; }

    /// <summary><c>{0}</c>: an article, or that there is none.</summary>
    public required string MarkedWith { get; init; }

    public required string Undo { get; init; }
    public required string FindArticle { get; init; }
    public required string WhichArticle { get; init; }
    public required string NoArticle { get; init; }
    public required string RightAnswer { get; init; }
    public required string ChooseArticle { get; init; }
    public required string WordsNotThere { get; init; }
    public required string Source { get; init; }
    public required string State { get; init; }
    public required string LastError { get; init; }
    public required string LastSuccess { get; init; }
    public required string NextLook { get; init; }
    public required string Articles { get; init; }
    public required string Current { get; init; }
    public required string Stale { get; init; }
    public required string NotLooked { get; init; }
    public required string OwnFolders { get; init; }
    public required string FolderMissing { get; init; }

    /// <summary><c>{0}</c>: their number.</summary>
    public required string FilesUnreadable { get; init; }

    /// <inheritdoc cref="PageTexts.Choose{T}"/>
    public static AdminTexts For(HttpRequest request) => Choose(ByLanguage, request.GetTypedHeaders().AcceptLanguage);
}
