namespace SummitBot.Web.Articles.Receiving;

/// <summary>A body that holds no article. The message is a sentence for the program's author.</summary>
internal sealed class UnreadableBodyException(string message, int status = StatusCodes.Status400BadRequest)
    : Exception(message)
{
    public int Status { get; } = status;
}
