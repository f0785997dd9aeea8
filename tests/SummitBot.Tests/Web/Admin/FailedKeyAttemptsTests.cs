using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Web.Admin;

namespace SummitBot.Tests.Web.Admin;

public sealed class FailedKeyAttemptsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FailedKeyAttempts _failedKeyAttempts;

    public FailedKeyAttemptsTests() =>
        _failedKeyAttempts = new FailedKeyAttempts(_time, NullLogger<FailedKeyAttempts>.Instance);

    [Fact]
    public void AnAddress_IsRefusedAfterTenWrongKeysInAMinute_AndOthersAreNot()
    {
        NoteTimes(FailedKeyAttempts.MaxInAMinute - 1, From(1));
        Assert.Equal(TimeSpan.Zero, _failedKeyAttempts.GetWait(From(1)));

        NoteTimes(1, From(1));

        Assert.Equal(TimeSpan.FromMinutes(1), _failedKeyAttempts.GetWait(From(1)));
        Assert.Equal(TimeSpan.Zero, _failedKeyAttempts.GetWait(From(2)));
    }

    [Fact]
    public void WrongKeysOfEarlierMinutes_DoNotCount()
    {
        NoteTimes(FailedKeyAttempts.MaxInAMinute - 1, From(1));
        _time.Advance(TimeSpan.FromMinutes(1));
        NoteTimes(FailedKeyAttempts.MaxInAMinute - 1, From(1));

        Assert.Equal(TimeSpan.Zero, _failedKeyAttempts.GetWait(From(1)));
    }

    [Fact]
    public void ACallerFromMoreAddressesThanAreRemembered_IsRefusedAtEachFurtherOne_UntilTheMinuteIsOver()
    {
        for (int i = 0; i < FailedKeyAttempts.MaxAddresses + FailedKeyAttempts.MaxInAMinute; i++)
        {
            NoteTimes(1, From(i));
        }

        HttpContext further = From(FailedKeyAttempts.MaxAddresses * 2);
        Assert.NotEqual(TimeSpan.Zero, _failedKeyAttempts.GetWait(further));
        Assert.Equal(TimeSpan.Zero, _failedKeyAttempts.GetWait(From(1)));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, _failedKeyAttempts.GetWait(further));
    }

    private void NoteTimes(int times, HttpContext from)
    {
        for (int i = 0; i < times; i++)
        {
            _failedKeyAttempts.Note(from);
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
