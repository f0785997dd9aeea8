namespace SummitBot.Ingestion.Pages;

/// <summary>What an element's names say about it.</summary>
internal enum FurnitureHint
{
    None,

    /// <summary>It is furniture if it contains little prose.</summary>
    Light,

    /// <summary>It is furniture unless it contains most of the page's prose.</summary>
    Strong,
}
