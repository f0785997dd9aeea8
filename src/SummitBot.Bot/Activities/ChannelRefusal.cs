using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace SummitBot.Bot.Activities;

/// <summary>What a channel said when it did not take something, as <see cref="ErrorResponseException"/> carries it.</summary>
public static class ChannelRefusal
{
    extension(ErrorResponseException refused)
    {
        /// <summary>Null when the channel gave no answer in time, could not be reached, or may not be called.</summary>
        public HttpStatusCode? StatusCode => refused.Response?.StatusCode;

        /// <summary>The channel's own name of the reason; null when it gave none.</summary>
        public string? Code => refused.Body?.Error?.Code;
    }

    /// <summary>The refusal of a channel that is reached without HTTP.</summary>
    public static ErrorResponseException Create(HttpStatusCode status)
    {
        using var response = new HttpResponseMessage(status);
        return new ErrorResponseException($"The channel refused with status {(int)status}.")
        {
            Response = new HttpResponseMessageWrapper(response, content: ""),
        };
    }

    /// <summary>There is no answer of the channel.</summary>
    public static ErrorResponseException NoAnswer(string reason, Exception? inner = null) => new(reason, inner);
}
