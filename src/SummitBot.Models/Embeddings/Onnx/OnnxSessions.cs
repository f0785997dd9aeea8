using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// Sessions of ONNX Runtime that cannot end the process. Nothing native is freed while a session is made or runs, neither by
/// who disposes of a session nor by the end of the process; and their threads survive a
/// <see cref="NullReferenceException"/>. On processors with AMX, ONNX
/// Runtime asks Linux for the right to use its tile registers. From then on the kernel saves 8 KB of them on the signal stack
/// of each thread that ran a model, and .NET's signal stack of 12 KB is too small for that and for the handler that turns a
/// null dereference into an exception: the process ends by a segmentation fault. The request is therefore made to fail, and
/// ONNX Runtime computes with AVX-512.
/// </summary>
/// <remarks>
/// Linux refuses the right while any thread has a signal stack that is too small for the registers
/// (<see href="https://docs.kernel.org/arch/x86/xstate.html"/>), so that one thread waits with such a stack while ONNX
/// Runtime is loaded. It asks once for the process.
/// </remarks>
internal static class OnnxSessions
{
    /// <summary>For native work at the end of the process; a run of one text takes a fraction of it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly Lock First = new();

    /// <summary>Read while native code works, written to free what it works with.</summary>
    private static readonly ReaderWriterLockSlim Working = HeldAtExit();
    private static volatile bool _hasAsked;

    /// <param name="keepsMemory">False where inputs differ much in length: what is kept for each length would add up.</param>
    /// <exception cref="OnnxRuntimeException">The file is no model.</exception>
    public static InferenceSession Open(string file, int threads, bool keepsMemory = true)
    {
        if (_hasAsked || !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return Use(() => Create(file, threads, keepsMemory));
        }

        lock (First)
        {
            using var small = new SmallSignalStack();
            InferenceSession session = Use(() => Create(file, threads, keepsMemory));
            _hasAsked = true;
            return session;
        }
    }

    /// <summary>Does what calls a session, which is not freed meanwhile.</summary>
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

    /// <summary>The end of the process frees all of ONNX Runtime: it waits for what works, and nothing begins after it.</summary>
    private static ReaderWriterLockSlim HeldAtExit()
    {
        var working = new ReaderWriterLockSlim();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => working.TryEnterWriteLock(LongestWait);
        return working;
    }

    private static InferenceSession Create(string file, int threads, bool keepsMemory)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            EnableCpuMemArena = keepsMemory,
            EnableMemoryPattern = keepsMemory,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // Threads that spin while they wait would keep a whole core busy between two questions.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(file, options);
    }

    /// <summary>A waiting thread that has a small signal stack until this is disposed of.</summary>
    private sealed class SmallSignalStack : IDisposable
    {
        /// <summary>Bytes: more than the 2,048 that the kernel asks for at least, less than registers with AMX take.</summary>
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
            // A refusal leaves the thread's own stack, and ONNX Runtime its AMX.
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
