namespace SummitBot.Web.Bot;

/// <summary>A command of a chat, with or without a slash.</summary>
/// <param name="Name">In lower case, without the slash.</param>
/// <param name="Argument">What follows; empty when nothing does.</param>
public sealed record ChatCommand(string Name, string Argument)
{
    public const string Help = "help";
    public const string Sources = "sources";
    public const string Reset = "reset";
    public const string Article = "article";

    /// <summary>Without a slash, more words after <c>article</c> are rather a sentence.</summary>
    private const int MaxWordsOfName = 10;

    /// <summary>The command; null when the text is none.</summary>
    public static ChatCommand? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        bool hasSlash = trimmed.StartsWith('/');
        string[] parts = trimmed.TrimStart('/').Split(' ', 2, StringSplitOptions.TrimEntries);
        string name = parts[0].ToLowerInvariant();
        string argument = parts.Length > 1 ? parts[1] : "";
        return name switch
        {
            Help or Sources or Reset when argument.Length == 0 || hasSlash => new ChatCommand(name, argument),
            Article when argument.Length > 0 && (hasSlash || IsName(argument)) => new ChatCommand(name, argument),
            Article when hasSlash => new ChatCommand(Help, ""),
            _ => null,
        };
    }

    private static bool IsName(string argument) =>
        !argument.EndsWith('?') && argument.Count(char.IsWhiteSpace) < MaxWordsOfName;
}
