using System.Runtime.CompilerServices;
using SummitBot.Models.Embeddings.Onnx;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>Some tests make sessions of ONNX Runtime by themselves.</summary>
internal static class TelemetryOff
{
    [ModuleInitializer]
    internal static void TurnOff() => OnnxTelemetry.TurnOff();
}
