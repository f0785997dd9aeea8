using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SummitBot.Tests.Models;

/// <summary>Replies of well-behaved and misbehaving models and servers.</summary>
internal static class ModelReplies
{
    public const int InputTokens = 700;
    public const int OutputTokens = 40;

    /// <summary>A well-behaved answer, in pieces of a few characters if a stream was requested.</summary>
    public static ModelReply Text(string text, string finish = "stop", int pieces = 7) =>
        async (context, request) =>
        {
            if (!request.IsStream)
            {
                await context.Response.WriteAsJsonAsync(Completion(text, finish), context.RequestAborted);
                return;
            }

            Begin(context);
            foreach (char[] piece in text.Chunk(pieces))
            {
                await SendAsync(context, Chunk(new { content = new string(piece) }));
            }

            await FinishAsync(context, finish);
        };

    /// <summary>A reply computed from the request.</summary>
    public static ModelReply From(Func<ModelRequest, string> text) =>
        (context, request) => Text(text(request))(context, request);

    public static ModelReply Status(int status, string message = "failed", int? retryAfter = null, string code = "") =>
        async (context, _) =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            await context.Response.WriteAsJsonAsync(new { error = new { message, code } }, context.RequestAborted);
        };

    /// <summary>The reply, after a signal of the test.</summary>
    public static ModelReply After(Task signal, ModelReply reply) =>
        async (context, request) =>
        {
            await signal.WaitAsync(context.RequestAborted);
            await reply(context, request);
        };

    /// <summary>Accepts the request and never answers.</summary>
    public static ModelReply Silence() => (context, _) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);

    /// <summary>Starts well, then sends nothing more and keeps the connection open.</summary>
    public static ModelReply Stall(string text) =>
        async (context, _) =>
        {
            Begin(context);
            await SendAsync(context, Chunk(new { content = text }));
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };

    /// <summary>Starts well, then closes the connection.</summary>
    public static ModelReply Cut(string text) =>
        async (context, _) =>
        {
            Begin(context);
            await SendAsync(context, Chunk(new { content = text }));
            await Task.Delay(200, context.RequestAborted); // a connection reset would overtake the sent data
            context.Abort();
        };

    /// <summary>Starts well, then ends the stream without a finish reason.</summary>
    public static ModelReply EndWithoutFinish(string text) =>
        async (context, _) =>
        {
            Begin(context);
            await SendAsync(context, Chunk(new { content = text }));
        };

    /// <summary>Starts well, then sends a chunk that is not JSON.</summary>
    public static ModelReply Garble(string text) =>
        async (context, _) =>
        {
            Begin(context);
            await SendAsync(context, Chunk(new { content = text }));
            await context.Response.WriteAsync("data: {\"id\": \"c1\", choices\n\n", context.RequestAborted);
        };

    /// <summary>Starts well, then sends a server error instead of a chunk.</summary>
    public static ModelReply Fail(string text) =>
        async (context, _) =>
        {
            Begin(context);
            await SendAsync(context, Chunk(new { content = text }));
            await SendAsync(
                context,
                new
                {
                    error = new
                    {
                        message = "failed",
                        type = "server_error",
                        code = 500,
                    },
                }
            );
        };

    /// <summary>One line that never ends.</summary>
    public static ModelReply EndlessLine() =>
        async (context, _) =>
        {
            Begin(context);
            await context.Response.WriteAsync("data: ", context.RequestAborted);
            string much = new('x', 100_000);
            while (true)
            {
                await context.Response.WriteAsync(much, context.RequestAborted);
            }
        };

    /// <summary>Sends this body unchanged.</summary>
    public static ModelReply Raw(string body, string contentType) =>
        async (context, _) =>
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body, context.RequestAborted);
        };

    /// <summary>A refusal in OpenAI's field for it.</summary>
    public static ModelReply Refusal(string text) =>
        async (context, _) =>
        {
            Begin(context);
            await SendAsync(context, Chunk(new { refusal = text }));
            await FinishAsync(context, "stop");
        };

    /// <summary>Says something and calls a function.</summary>
    public static ModelReply CallFunction(string name, object arguments, string saying = "") =>
        async (context, _) =>
        {
            Begin(context);
            if (saying.Length > 0)
            {
                await SendAsync(context, Chunk(new { content = saying }));
            }

            var call = new
            {
                index = 0,
                id = $"call_{Guid.NewGuid():N}",
                type = "function",
                function = new { name, arguments = JsonSerializer.Serialize(arguments) },
            };
            await SendAsync(context, Chunk(new { tool_calls = new[] { call } }));
            await FinishAsync(context, "tool_calls");
        };

    private static void Begin(HttpContext context) => context.Response.ContentType = "text/event-stream";

    private static async Task FinishAsync(HttpContext context, string finish)
    {
        await SendAsync(context, Chunk(new { }, finish));
        await SendAsync(
            context,
            new
            {
                id = "c1",
                @object = "chat.completion.chunk",
                created = 1,
                model = ModelServer.ModelName,
                choices = Array.Empty<object>(),
                usage = Usage(),
            }
        );
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, object chunk)
    {
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static object Chunk(object delta, string? finish = null) =>
        new
        {
            id = "c1",
            @object = "chat.completion.chunk",
            created = 1,
            model = ModelServer.ModelName,
            choices = new[]
            {
                new
                {
                    index = 0,
                    delta,
                    finish_reason = finish,
                },
            },
        };

    private static object Completion(string text, string finish) =>
        new
        {
            id = "c1",
            @object = "chat.completion",
            created = 1,
            model = ModelServer.ModelName,
            choices = new[]
            {
                new
                {
                    index = 0,
                    message = new { role = "assistant", content = text },
                    finish_reason = finish,
                },
            },
            usage = Usage(),
        };

    private static object Usage() =>
        new
        {
            prompt_tokens = InputTokens,
            completion_tokens = OutputTokens,
            total_tokens = InputTokens + OutputTokens,
        };
}
