using SummitBot.Web.Diagnosis;

namespace SummitBot.Web.Hosting;

public static class ProxyCheckApplicationBuilderExtensions
{
    /// <summary>Watches for faults of a proxy before the host; each is one line in the log, and shown where checks are.</summary>
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
