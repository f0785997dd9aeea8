namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Expressions with alternatives in brackets: <c>(list|show me) articles (on|about) *</c>. Brackets are not nested.</summary>
internal static class ExpressionAlternatives
{
    /// <summary>Every expression that the pattern stands for.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public static IEnumerable<string> Expand(string pattern)
    {
        int open = pattern.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return [pattern];
        }

        int close = pattern.IndexOf(')', open);
        return close < 0
            ? throw new FormatException($"The expression '{pattern}' has a bracket that is not closed.")
            : Expand(pattern[(close + 1)..])
                .SelectMany(rest =>
                    pattern[(open + 1)..close].Split('|').Select(choice => pattern[..open] + choice + rest)
                );
    }
}
