using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// Sessions of ONNX Runtime that cannot crash the process. Nothing native is freed while a session is created or runs,
/// neither by disposing a session nor at process exit; and their threads survive a <see
/// cref="NullReferenceException"/>. On processors with AMX, ONNX Runtime asks Linux for permission to use the tile
/// registers. From then on the kernel saves 8 KB of them on the signal stack of each thread that ran a model. .NET's
/// signal stack of 12 KB is too small for that and for the handler that turns a null dereference into an exception, so
/// the process would end with a segmentation fault. The request is therefore made to fail, and ONNX Runtime computes
/// with AVX-512.
/// </summary>
/// <remarks>
/// Linux denies the permission while any thread has a signal stack that is too small for the registers (<see
/// href="https://docs.kernel.org/arch/x86/xstate.html"/>), so one thread waits with such a stack while ONNX Runtime is
/// loaded. It asks once for the process.
/// </remarks>
internal static class OnnxSessions
{
    /// <summary>Maximum wait for native work at process exit; a run of one text takes a fraction of it.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private static readonly Lock First = new();

    /// <summary>Held for reading while native code runs, for writing to free native memory.</summary>
    private static readonly ReaderWriterLockSlim Working = HeldAtExit();
    private static volatile bool _hasAsked;

    /// <param name="keepsPlans">
    /// False when inputs differ much in length: the memory planned for each length would add up.
    /// </param>
    /// <exception cref="OnnxRuntimeException">The file is not a model.</exception>
    public static InferenceSession Open(string file, int threads, bool keepsPlans = true)
    {
        if (_hasAsked || !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return Use(() => Create(file, threads, keepsPlans));
        }

        lock (First)
        {
            using var small = new SmallSignalStack();
            InferenceSession session = Use(() => Create(file, threads, keepsPlans));
            _hasAsked = true;
            return session;
        }
    }

    /// <summary>Runs code that uses a session, which is not freed meanwhile.</summary>
    public static T Use<T>(Func<T> work)
    {
        Working.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            Working.ExitReadLock();
        }
    }

    /// <summary>Frees a session once nothing runs.</summary>
    public static void Close(InferenceSession session)
    {
        Working.EnterWriteLock();
        try
        {
            session.Dispose();
        }
        finally
        {
            Working.ExitWriteLock();
        }
    }

    /// <summary>
    /// Process exit frees all of ONNX Runtime: this waits for running work, and no work starts after it.
    /// </summary>
    private static ReaderWriterLockSlim HeldAtExit()
    {
        var working = new ReaderWriterLockSlim();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => working.TryEnterWriteLock(MaxWait);
        return working;
    }

    private static InferenceSession Create(string file, int threads, bool keepsPlans)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            // Without it, tensors come from the C library, which keeps what was freed for each thread: 180 MB more.
            EnableCpuMemArena = true,
            EnableMemoryPattern = keepsPlans,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // Threads that spin while waiting would keep a whole core busy between two questions.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(file, options);
    }

    /// <summary>A waiting thread with a small signal stack, until disposed.</summary>
    private sealed class SmallSignalStack : IDisposable
    {
        /// <summary>Bytes: more than the kernel's minimum of 2,048, less than the AMX registers take.</summary>
        private const int Size = 4096;

        private readonly ManualResetEventSlim _isSet = new();
        private readonly ManualResetEventSlim _isOver = new();
        private readonly Thread _thread;

        public SmallSignalStack()
        {
            _thread = new Thread(Wait) { IsBackground = true, Name = "AMX withheld" };
            _thread.Start();
            _isSet.Wait();
        }

        public void Dispose()
        {
            _isOver.Set();
            _thread.Join();
            _isSet.Dispose();
            _isOver.Dispose();
        }

        private void Wait()
        {
            var small = new SignalStack { Start = Marshal.AllocHGlobal(Size), Size = Size };
            // If this is refused, the thread keeps its own stack, and ONNX Runtime its AMX.
            bool isTaken = SetSignalStack(in small, out SignalStack own) == 0;
            _isSet.Set();
            _isOver.Wait();
            if (isTaken)
            {
                _ = SetSignalStack(in own, out _);
            }

            Marshal.FreeHGlobal(small.Start);
        }

        [DllImport("libc", EntryPoint = "sigaltstack")]
        private static extern int SetSignalStack(in SignalStack taken, out SignalStack previous);

        /// <summary><c>stack_t</c> of Linux on 64-bit processors.</summary>
        [StructLayout(LayoutKind.Sequential)]
        private struct SignalStack
        {
            public nint Start;
            public int Flags;
            public nint Size;
        }
    }
}
