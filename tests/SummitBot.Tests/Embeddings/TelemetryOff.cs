using System.Runtime.CompilerServices;
using SummitBot.Answering.Embeddings.Onnx;

namespace SummitBot.Tests.Embeddings;

/// <summary>Some tests make sessions of ONNX Runtime by themselves.</summary>
internal static class TelemetryOff
{
    [ModuleInitializer]
    internal static void TurnOff() => OnnxTelemetry.TurnOff();
}
