namespace SummitBot.Ingestion.Pages;

/// <summary>What the names of an element say about it.</summary>
internal enum FurnitureHint
{
    None,

    /// <summary>It is furniture where it holds little prose.</summary>
    Light,

    /// <summary>It is furniture unless most of the page's prose stands in it.</summary>
    Strong,
}
