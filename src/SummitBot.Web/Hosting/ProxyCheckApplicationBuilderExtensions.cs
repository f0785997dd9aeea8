using SummitBot.Web.Diagnosis;

namespace SummitBot.Web.Hosting;

public static class ProxyCheckApplicationBuilderExtensions
{
    /// <summary>
    /// Watches for faults of a proxy in front of the host; each is logged once, and shown with the checks.
    /// </summary>
    public static IApplicationBuilder UseProxyCheck(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        ProxyCheck check = app.ApplicationServices.GetRequiredService<ProxyCheck>();
        SelfCheckMonitor monitor = app.ApplicationServices.GetRequiredService<SelfCheckMonitor>();
        return app.Use(
            (context, next) =>
            {
                if (check.Look(context) is { } finding)
                {
                    monitor.Add(finding);
                }

                return next(context);
            }
        );
    }
}
