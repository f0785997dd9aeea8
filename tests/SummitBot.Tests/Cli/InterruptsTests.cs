using SummitBot.Terminal;

namespace SummitBot.Tests.Cli;

public sealed class InterruptsTests
{
    [Fact]
    public void Raise_TellsTheNewestListenerOnly()
    {
        using var interrupts = new Interrupts();
        var told = new List<string>();
        using IDisposable outer = interrupts.Listen(() => Add("outer"));
        using (interrupts.Listen(() => Add("inner")))
        {
            Assert.True(interrupts.Raise());
        }

        Assert.True(interrupts.Raise());
        Assert.Equal(["inner", "outer"], told);

        bool Add(string name)
        {
            told.Add(name);
            return true;
        }
    }

    [Fact]
    public async Task Dispose_WaitsForTheInterruptThatIsBeingDealtWith()
    {
        using var interrupts = new Interrupts();
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        IDisposable listening = interrupts.Listen(() =>
        {
            begun.Set();
            goOn.Wait(TestContext.Current.CancellationToken);
            return true;
        });
        Task<bool> raising = Task.Run(interrupts.Raise, TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        var disposing = new Thread(listening.Dispose);
        disposing.Start();

        SpinWait.SpinUntil(() => disposing.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || !disposing.IsAlive);

        Assert.True(disposing.IsAlive, "What the listener uses could be gone before it has ended.");
        goOn.Set();
        disposing.Join();
        Assert.True(await raising);
        Assert.False(interrupts.Raise());
    }

    [Fact]
    public void Raise_WhenNobodyListens_IsNotDealtWith()
    {
        using var interrupts = new Interrupts();

        Assert.False(interrupts.Raise());
    }
}
