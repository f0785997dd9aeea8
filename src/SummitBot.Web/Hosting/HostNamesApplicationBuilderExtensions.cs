namespace SummitBot.Web.Hosting;

public static class HostNamesApplicationBuilderExtensions
{
    /// <summary>Runs before everything that answers, so that pages with other names learn nothing.</summary>
    public static IApplicationBuilder UseHostNames(this IApplicationBuilder app)
    {
        HostNames names = app.ApplicationServices.GetRequiredService<HostNames>();
        return app.Use(
            (context, next) =>
                names.Allows(context.Request.Host)
                    ? next(context)
                    : names.Refuse(context.Request.Host).ExecuteAsync(context)
        );
    }
}
