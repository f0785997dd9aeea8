namespace SummitBot.Web.Hosting;

public static class HostNamesApplicationBuilderExtensions
{
    /// <summary>Before everything that answers, so that nothing is told to pages of other names.</summary>
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
