using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>The client of the Azure SDK against a container on this machine.</summary>
public sealed class AzureBlobStoreTests : HttpObjectStoreTests
{
    private protected override string Root => "/harbour/press";

    private protected override bool ReadsDots => false;

    private protected override string PlacePath => Root;

    [Fact]
    public async Task Requests_AreSigned_WithAKeyOrASignature()
    {
        await SetAsync(("a.md", "# A\nRed."));
        SourceOptions shared = CreateOptions();
        shared.Secret = "?sv=2026-01-01&sig=abc%3D";
        SourceOptions open = CreateOptions();
        open.Anonymous = true;

        await Folder.FetchAsync(CreateOptions(), isDryRun: true);
        await Folder.FetchAsync(shared, isDryRun: true);
        await Folder.FetchAsync(open, isDryRun: true);

        string[] asked = [.. Objects.Authorizations];
        Assert.StartsWith("SharedKey harbour:", asked[0], StringComparison.Ordinal);
        Assert.StartsWith("?", asked[1], StringComparison.Ordinal);
        Assert.Contains("sig=abc%3D", asked[1], StringComparison.Ordinal);
        Assert.StartsWith("?", asked[2], StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", asked[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecretThatIsNone_IsAFailureOfTheSource_WhichDoesNotRepeatIt()
    {
        SourceOptions options = CreateOptions();
        options.Secret = "neither";

        FetchReport report = await Folder.FetchAsync(options);

        Assert.Contains("neither a key of the storage account", report.Items[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("'neither'", report.Items[0].Reason, StringComparison.Ordinal);
    }

    private protected override SourceOptions CreateOptions() =>
        new()
        {
            Type = SourceType.AzureBlob,
            Url = Objects.Url,
            Secret = Convert.ToBase64String("not a real secret"u8),
            AllowPrivateAddresses = true,
        };
}
