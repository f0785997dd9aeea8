namespace SummitBot.Core.Articles;

public enum ArticleReadError
{
    /// <summary>There is no such file or folder.</summary>
    NotFound,

    /// <summary>The file or folder cannot be opened or read.</summary>
    Unreadable,

    /// <summary>The file is larger than the configured limit.</summary>
    TooLarge,

    /// <summary>The file is not text.</summary>
    Binary,

    /// <summary>No text is left after removing markup and white space.</summary>
    Empty,

    /// <summary>The front matter or the markup does not parse.</summary>
    Malformed,

    /// <summary>Another file already has an article with the same id.</summary>
    DuplicateId,

    /// <summary>The file has too much markup for bounded memory and time.</summary>
    TooComplex,

    /// <summary>Reading took longer than the configured limit.</summary>
    TooSlow,

    /// <summary>A link leads to a file or folder outside the corpus's paths.</summary>
    OutsideCorpus,

    /// <summary>Files of this kind are not read.</summary>
    UnknownFormat,

    /// <summary>The author marked the article as a draft.</summary>
    Draft,
}
