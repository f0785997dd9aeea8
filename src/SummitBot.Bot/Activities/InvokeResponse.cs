namespace SummitBot.Bot.Activities;

/// <summary>The answer to an <c>invoke</c>: it becomes the HTTP response.</summary>
public sealed class InvokeResponse
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>Null, a JSON node, or an object of a type that is known to <see cref="ActivityJson"/>.</summary>
    public object? Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
