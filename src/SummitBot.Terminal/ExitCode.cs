namespace SummitBot.Terminal;

/// <summary>The exit codes of the program.</summary>
public static class ExitCode
{
    /// <summary>Answered, or done.</summary>
    public const int Success = 0;

    /// <summary>An unexpected error.</summary>
    public const int Unexpected = 1;

    /// <summary>An error in usage, settings, corpus or index: the message says how to fix it.</summary>
    public const int Failure = 2;

    /// <summary>The articles do not contain the answer, or only passages that may answer were found.</summary>
    public const int NotInCorpus = 3;

    /// <summary>The bot broke a rule of the simulated Teams, or an expectation of a script failed.</summary>
    public const int Broken = 4;

    /// <summary>Ctrl-C, with the shells' convention: 128 plus the signal's number.</summary>
    public const int Interrupted = 130;
}
