using SummitBot.Cli.Terminal;

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
    public void Raise_WhenNobodyListens_IsNotDealtWith()
    {
        using var interrupts = new Interrupts();

        Assert.False(interrupts.Raise());
    }
}
