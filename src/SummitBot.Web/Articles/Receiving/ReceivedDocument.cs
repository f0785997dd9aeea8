namespace SummitBot.Web.Articles.Receiving;

/// <summary>The answer to a program that sent or deleted an article.</summary>
/// <param name="Id">The id to change or delete it by.</param>
/// <param name="Searchable">
/// True when it can be found now (after a deletion: false when it cannot); else it will be, after a file before it is read.
/// </param>
/// <param name="Articles">The ids of the articles that a file of several holds, else its own.</param>
/// <param name="Notices">What was lost in reading, a sentence each.</param>
public sealed record ReceivedDocument(
    string Id,
    bool Searchable,
    IReadOnlyList<string> Articles,
    IReadOnlyList<string> Notices
);
