namespace SummitBot.Ingestion.Pages;

/// <summary>The file of <see cref="FurniturePhrases"/>; all in lower case.</summary>
internal sealed record FurniturePhraseLists
{
    /// <summary>Whole lines.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Beginnings of short lines.</summary>
    public required IReadOnlyList<string> Starts { get; init; }

    /// <summary>Stand somewhere in short lines about the site.</summary>
    public required IReadOnlyList<string> Anywhere { get; init; }

    /// <summary>Headings over what does not belong to the article.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Stand in a notice about cookies.</summary>
    public required IReadOnlyList<string> Consent { get; init; }

    /// <summary>Names of what a page offers to send.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Ask to join such a list.</summary>
    public required IReadOnlyList<string> Joining { get; init; }

    public required IReadOnlyList<string> Bylines { get; init; }

    public required IReadOnlyList<string> Dated { get; init; }
}
