namespace SummitBot.Core.Corpus;

/// <summary>Where a source has its articles.</summary>
public enum SourceType
{
    /// <summary>Files in a folder.</summary>
    Folder,

    /// <summary>Web pages and documents at addresses that the settings list.</summary>
    Pages,

    /// <summary>What an RSS or Atom feed announces, with the full text of its pages.</summary>
    Feed,

    /// <summary>The pages of a web site: those of its sitemaps, else those that its pages link to.</summary>
    Site,

    /// <summary>The files of a bucket of Amazon S3, or of a service with its protocol.</summary>
    S3,

    /// <summary>The files of a container of Azure Blob Storage.</summary>
    AzureBlob,

    /// <summary>The files of the last commit of a git repository.</summary>
    Git,
}
