using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Groundedness;

namespace SummitBot.Tests.Core.Answers.Reviewing;

/// <summary>Opens reviews over texts that are one passage each, cut by the product's own splitter.</summary>
internal static class ReviewSetup
{
    public static ResolvedQuestion Question(string text, string language = "en") => new(text, text, language, []);

    public static RetrievedPassage Passage(string id, string text, string title = "A title", string language = "en")
    {
        var article = new Article
        {
            Id = new ArticleId(id),
            Title = title,
            Text = text,
            Language = language,
            Source = id + ".md",
        };
        return new RetrievedPassage(new PassageSplitter().Split(article)[0], article.Summary, 1);
    }

    public static DraftReview Open(string question, params RetrievedPassage[] passages) =>
        new CitationGate(new ClaimChecker()).Review(Question(question), passages);

    public static GeneratedSentence Sentence(string text, params RetrievedPassage[] cited) =>
        new(text, [.. cited.Select(p => p.Passage.Id)]);
}
