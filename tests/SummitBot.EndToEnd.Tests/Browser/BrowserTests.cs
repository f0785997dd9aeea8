namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>Tests that share one browser and one host, and therefore run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<ShippedHost>
{
    public const string Name = "browser";
}
