namespace SummitBot.Web.Access;

/// <summary>A key of <see cref="AccessOptions.Keys"/>.</summary>
public sealed class AccessKeyOptions
{
    /// <summary>What a program shows as bearer token; at least 16 characters without spaces.</summary>
    public string Key { get; set; } = "";

    /// <summary>What it may see beside what is public.</summary>
    public IReadOnlyList<string> Groups { get; set; } = [];
}
