using Microsoft.Extensions.Logging.Abstractions;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Hosting;

namespace SummitBot.Tests.Bot.Hosting;

internal static class TestAdapter
{
    public static CloudAdapter Of(IConnectorClient channel) => new(channel, NullLogger<CloudAdapter>.Instance);
}
