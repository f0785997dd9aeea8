using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace SummitBot.Bot.Activities;

/// <summary>Reads why a channel refused something from the <see cref="ErrorResponseException"/>.</summary>
public static class ChannelRefusal
{
    extension(ErrorResponseException refused)
    {
        /// <summary>Null when the channel did not answer in time, could not be reached, or may not be called.</summary>
        public HttpStatusCode? StatusCode => refused.Response?.StatusCode;

        /// <summary>The channel's code of the reason; null when it gave none.</summary>
        public string? Code => refused.Body?.Error?.Code;
    }

    /// <summary>Creates the refusal of a channel that is called without HTTP.</summary>
    public static ErrorResponseException Create(HttpStatusCode status)
    {
        using var response = new HttpResponseMessage(status);
        return new ErrorResponseException($"The channel refused with status {(int)status}.")
        {
            Response = new HttpResponseMessageWrapper(response, content: ""),
        };
    }

    /// <summary>Creates the error for a channel that did not answer.</summary>
    public static ErrorResponseException NoAnswer(string reason, Exception? inner = null) => new(reason, inner);
}
