using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// Prevents ONNX Runtime from sending telemetry to Microsoft. Its environment variable is the only switch that also
/// avoids a device id and an event queue in the home folder; <c>OrtEnv.DisableTelemetryEvents</c> comes too late for
/// these.
/// </summary>
/// <remarks><see href="https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md"/></remarks>
public static class OnnxTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    /// <summary>
    /// Must run before the first session. The module initializer ensures this for sessions of this assembly.
    /// </summary>
    [ModuleInitializer]
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Switch, "1");
        if (!OperatingSystem.IsWindows())
        {
            // On Unix, .NET has its own copy of the environment; native code does not see changes to it.
            _ = SetNativeVariable(Switch, "1", overwrite: 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetNativeVariable(string name, string value, int overwrite);
}
