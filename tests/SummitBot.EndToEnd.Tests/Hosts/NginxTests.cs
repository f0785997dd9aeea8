namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>The configuration of nginx that is shipped.</summary>
public sealed class NginxTests
{
    [Fact]
    public async Task TheShippedConfiguration_IsAcceptedByTheRealNginx()
    {
        using var nginx = new Nginx(3978, 3979);

        string said = await nginx.TestAsync();

        Assert.Contains("test is successful", said, StringComparison.Ordinal);
        Assert.DoesNotContain("warn", said, StringComparison.Ordinal);
    }
}
