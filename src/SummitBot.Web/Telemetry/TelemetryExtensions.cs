using System.Diagnostics;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SummitBot.Core.Settings;
using SummitBot.Core.Telemetry;

namespace SummitBot.Web.Telemetry;

public static class TelemetryExtensions
{
    private const string ServiceName = "summitbot";

    /// <summary>Meters of .NET, ASP.NET Core and the database beside ours.</summary>
    private static readonly string[] Meters =
    [
        Instruments.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
        "Npgsql",
    ];

    /// <summary>Sends traces, metrics and logs where the settings say; adds nothing while they name no place.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSettings<TelemetryOptions>(builder.Configuration, TelemetryOptions.Section);
        TelemetryOptions options = Read(builder.Configuration);
        if (!options.Prometheus && options.OtlpEndpoint.Length == 0)
        {
            return builder;
        }

        builder.Services.AddSingleton<IndexMetrics>();
        OpenTelemetryBuilder telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(ServiceName))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                if (options.Prometheus)
                {
                    metrics.AddPrometheusExporter();
                }
            });
        if (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out Uri? collector))
        {
            AddTraces(telemetry, options.IncludeQuestions);
            telemetry.WithLogging();
            telemetry.UseOtlpExporter(
                options.OtlpProtocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
                collector
            );
        }

        return builder;
    }

    /// <summary>Serves <c>/metrics</c> where the settings want it.</summary>
    public static WebApplication MapMetrics(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        // Its gauges come with it.
        _ = app.Services.GetService<IndexMetrics>();
        if (app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.Prometheus)
        {
            app.MapPrometheusScrapingEndpoint();
        }

        return app;
    }

    private static void AddTraces(OpenTelemetryBuilder telemetry, bool withQuestions) =>
        telemetry.WithTracing(traces =>
        {
            traces.AddSource(Instruments.Name).AddSource("System.Net.Http").AddAspNetCoreInstrumentation();
            if (!withQuestions)
            {
                traces.AddProcessor(new QuestionRemover());
            }
        });

    /// <summary>The settings before they are checked: what is wrong with them is told at start, with the others.</summary>
    private static TelemetryOptions Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(TelemetryOptions.Section);
        return new TelemetryOptions
        {
            OtlpEndpoint = section[nameof(TelemetryOptions.OtlpEndpoint)] ?? "",
            OtlpProtocol = section[nameof(TelemetryOptions.OtlpProtocol)] ?? "grpc",
            Prometheus = bool.TryParse(section[nameof(TelemetryOptions.Prometheus)], out bool scraped) && scraped,
            IncludeQuestions =
                bool.TryParse(section[nameof(TelemetryOptions.IncludeQuestions)], out bool included) && included,
        };
    }

    private sealed class QuestionRemover : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => data.SetTag(Instruments.QuestionTag, null);
    }
}
