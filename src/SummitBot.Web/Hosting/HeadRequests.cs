namespace SummitBot.Web.Hosting;

public static class HeadRequests
{
    /// <summary>
    /// Answers HEAD wherever GET is answered, with the same status and headers (RFC 9110, 9.3.2); the server omits the
    /// body. Runs before routing, which matches by method.
    /// </summary>
    public static IServiceCollection AddHeadRequests(this IServiceCollection services) =>
        services.AddSingleton<IStartupFilter, BeforeRouting>();

    private static async Task AnswerAsGetAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }

    private sealed class BeforeRouting : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(AnswerAsGetAsync);
                next(app);
            };
    }
}
