using System.ComponentModel.DataAnnotations;
using SummitBot.Web.Admin;

namespace SummitBot.Tests.Web.Admin;

public sealed class AdminOptionsTests
{
    [Fact]
    public void WithoutAnything_ThereIsNothingToFix() => Assert.Empty(GetProblems(new AdminOptions()));

    [Fact]
    public void ASignIn_NeedsAllItsParts()
    {
        string[] problems = [.. GetProblems(new AdminOptions { ClientId = "id" })];

        Assert.Equal(3, problems.Length);
        Assert.Contains(problems, p => p.StartsWith("SummitBot:Admin:TenantId is missing", StringComparison.Ordinal));
        Assert.Contains(
            problems,
            p => p.StartsWith("SummitBot:Admin:ClientSecret is missing", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            p => p.StartsWith("SummitBot:Admin:AllowedUsers is missing", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("common")]
    [InlineData("Organizations")]
    [InlineData("consumers")]
    public void ATenantThatStandsForMany_IsRefused(string tenant) =>
        Assert.Contains("any organisation", Assert.Single(GetProblems(Whole(tenant))), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://login.example.org")]
    [InlineData("login.example.org")]
    public void ALoginAddress_IsSecure(string address)
    {
        AdminOptions options = Whole("news.example");
        options.LoginUrl = address;

        Assert.Contains("https", Assert.Single(GetProblems(options)), StringComparison.Ordinal);
    }

    private static AdminOptions Whole(string tenant) =>
        new()
        {
            TenantId = tenant,
            ClientId = "id",
            ClientSecret = "secret",
            AllowedUsers = ["*"],
        };

    private static IEnumerable<string> GetProblems(AdminOptions options) =>
        options.Validate(new ValidationContext(options)).Select(p => p.ErrorMessage!);
}
