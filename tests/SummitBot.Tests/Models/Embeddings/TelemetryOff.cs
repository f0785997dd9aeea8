using System.Runtime.CompilerServices;
using SummitBot.Models.Embeddings.Onnx;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>Some tests create sessions of ONNX Runtime directly.</summary>
internal static class TelemetryOff
{
    [ModuleInitializer]
    internal static void TurnOff() => OnnxTelemetry.TurnOff();
}
