using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// Keeps ONNX Runtime from sending telemetry to Microsoft. Its environment variable is the one switch that also leaves no
/// device id and no queue of events in the home folder; <c>OrtEnv.DisableTelemetryEvents</c> comes too late for these.
/// </summary>
/// <remarks><see href="https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md"/></remarks>
public static class OnnxTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    /// <summary>Must run before the first session. For sessions of this assembly it has, since it initializes the module.</summary>
    [ModuleInitializer]
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Switch, "1");
        if (!OperatingSystem.IsWindows())
        {
            // .NET keeps a copy of the environment on Unix; native code does not see changes of that copy.
            _ = SetNativeVariable(Switch, "1", overwrite: 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetNativeVariable(string name, string value, int overwrite);
}
