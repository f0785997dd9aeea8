using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Questions;

namespace SummitBot.ReaderTraining;

/// <summary>Converts errors to a line on standard error and an exit code.</summary>
internal static class CommandErrors
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    public static async Task<int> HandleAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (Exception e)
            when (e
                    is InvalidQuestionFileException
                        or InvalidModelException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. The same command continues from the last checkpoint.");
            return Interrupted;
        }
    }
}
