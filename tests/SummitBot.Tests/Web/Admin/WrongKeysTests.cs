using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Web.Admin;

namespace SummitBot.Tests.Web.Admin;

public sealed class WrongKeysTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WrongKeys _wrongKeys;

    public WrongKeysTests() => _wrongKeys = new WrongKeys(_time, NullLogger<WrongKeys>.Instance);

    [Fact]
    public void AnAddress_IsRefusedAfterTenWrongKeysInAMinute_AndOthersAreNot()
    {
        NoteTimes(WrongKeys.MostInAMinute - 1, From(1));
        Assert.Equal(TimeSpan.Zero, _wrongKeys.WaitOf(From(1)));

        NoteTimes(1, From(1));

        Assert.Equal(TimeSpan.FromMinutes(1), _wrongKeys.WaitOf(From(1)));
        Assert.Equal(TimeSpan.Zero, _wrongKeys.WaitOf(From(2)));
    }

    [Fact]
    public void WrongKeysOfFormerMinutes_DoNotCount()
    {
        NoteTimes(WrongKeys.MostInAMinute - 1, From(1));
        _time.Advance(TimeSpan.FromMinutes(1));
        NoteTimes(WrongKeys.MostInAMinute - 1, From(1));

        Assert.Equal(TimeSpan.Zero, _wrongKeys.WaitOf(From(1)));
    }

    [Fact]
    public void WhoeverComesFromMoreAddressesThanAreRemembered_IsRefusedAtEachFurtherOne_UntilTheMinuteIsOver()
    {
        for (int i = 0; i < WrongKeys.MostAddresses + WrongKeys.MostInAMinute; i++)
        {
            NoteTimes(1, From(i));
        }

        HttpContext further = From(WrongKeys.MostAddresses * 2);
        Assert.NotEqual(TimeSpan.Zero, _wrongKeys.WaitOf(further));
        Assert.Equal(TimeSpan.Zero, _wrongKeys.WaitOf(From(1)));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, _wrongKeys.WaitOf(further));
    }

    private void NoteTimes(int times, HttpContext from)
    {
        for (int i = 0; i < times; i++)
        {
            _wrongKeys.Note(from);
        }
    }

    private static DefaultHttpContext From(int number) =>
        new()
        {
            Connection =
            {
                RemoteIpAddress = new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]),
            },
        };
}
