using System.ComponentModel.DataAnnotations;

namespace SummitBot.Web.Telemetry;

/// <summary>Settings section <c>SummitBot:Telemetry</c>: traces, metrics and logs for operators, by OpenTelemetry.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "SummitBot:Telemetry";

    /// <summary>
    /// Address of a collector that takes traces, metrics and logs by OTLP, such as <c>http://localhost:4317</c>; empty sends
    /// nothing. OpenTelemetry's own environment variables set headers and the rest.
    /// </summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>How the collector wants it: <c>grpc</c> or <c>http/protobuf</c>.</summary>
    [AllowedValues(
        "grpc",
        "http/protobuf",
        ErrorMessage = "SummitBot:Telemetry:OtlpProtocol must be grpc or http/protobuf."
    )]
    public string OtlpProtocol { get; set; } = "grpc";

    /// <summary>Whether Prometheus can read metrics at <c>/metrics</c>. A proxy must not pass that on.</summary>
    public bool Prometheus { get; set; }

    /// <summary>Whether traces hold the text of questions.</summary>
    public bool IncludeQuestions { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool isWebAddress =
            Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https";
        if (OtlpEndpoint.Length > 0 && !isWebAddress)
        {
            yield return new ValidationResult(
                $"SummitBot:Telemetry:OtlpEndpoint '{OtlpEndpoint}' is no absolute http or https address: write it like http://localhost:4317, or leave it empty."
            );
        }
    }
}
