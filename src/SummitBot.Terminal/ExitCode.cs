namespace SummitBot.Terminal;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Answered, or done.</summary>
    public const int Success = 0;

    /// <summary>Something that nobody foresaw.</summary>
    public const int Unexpected = 1;

    /// <summary>Usage, settings, corpus or index trouble: the message says how to mend it.</summary>
    public const int Failure = 2;

    /// <summary>The articles do not say it, or only passages that may answer were found.</summary>
    public const int NotInCorpus = 3;

    /// <summary>The simulated Teams saw the bot break a rule, or an expectation was not met.</summary>
    public const int Broken = 4;

    /// <summary>Ctrl-C, as shells count it: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
