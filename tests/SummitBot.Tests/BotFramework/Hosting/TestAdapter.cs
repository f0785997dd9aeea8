using Microsoft.Extensions.Logging.Abstractions;
using SummitBot.BotFramework.Connector;
using SummitBot.BotFramework.Hosting;

namespace SummitBot.Tests.BotFramework.Hosting;

internal static class TestAdapter
{
    public static CloudAdapter Of(IConnectorClient channel) => new(channel, NullLogger<CloudAdapter>.Instance);
}
