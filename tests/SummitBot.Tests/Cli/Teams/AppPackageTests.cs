using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using SummitBot.Cli;
using SummitBot.Cli.Teams;
using SummitBot.Terminal;

namespace SummitBot.Tests.Cli.Teams;

/// <summary>
/// The app package against the requirements of Teams: the fields of the manifest's schema, and the sizes of the icons.
/// </summary>
public sealed class AppPackageTests
{
    private const string AppId = "00000000-1111-2222-3333-444444444444";

    /// <summary>
    /// Maximum lengths in the schema, version 1.30 (some older versions allow only 32 and 128 for commands).
    /// </summary>
    private static readonly Dictionary<string, int> MaxTextLengths = new()
    {
        ["version"] = 256,
        ["developer.name"] = 32,
        ["developer.websiteUrl"] = 2048,
        ["developer.privacyUrl"] = 2048,
        ["developer.termsOfUseUrl"] = 2048,
        ["name.short"] = 30,
        ["name.full"] = 100,
        ["description.short"] = 80,
        ["description.full"] = 4000,
        ["icons.color"] = 2048,
        ["icons.outline"] = 2048,
    };

    [Fact]
    public void ThePackage_HoldsTheManifestAndTwoIcons_AndNothingElse() =>
        Assert.Equal(["manifest.json", "color.png", "outline.png"], Open(Package()).Entries.Select(e => e.FullName));

    [Fact]
    public void TheManifest_HasTheFieldsThatTheSchemaRequires_AndNoUnknownOnes() =>
        Assert.Equal(
            [
                "$schema",
                "accentColor",
                "bots",
                "defaultInstallScope",
                "description",
                "developer",
                "icons",
                "id",
                "manifestVersion",
                "name",
                "validDomains",
                "version",
            ],
            Manifest().EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void TheManifest_KeepsTheSchemasLengthsAndPatterns()
    {
        JsonElement manifest = Manifest();

        Assert.All(
            MaxTextLengths,
            rule =>
                Assert.InRange(
                    rule.Key.Split('.').Aggregate(manifest, (e, name) => e.GetProperty(name)).GetString()!.Length,
                    1,
                    rule.Value
                )
        );
        Assert.Equal(AppManifest.SchemaVersion, manifest.GetProperty("manifestVersion").GetString());
        Assert.Contains($"/v{AppManifest.SchemaVersion}/", manifest.GetProperty("$schema").GetString());
        Assert.Equal(AppId, manifest.GetProperty("id").GetString());
        string color = manifest.GetProperty("accentColor").GetString()!;
        Assert.Equal('#', color[0]);
        Assert.True(color.Length == 7 && color[1..].All(char.IsAsciiHexDigit), color);
        Assert.Equal(["bot.example.org"], Strings(manifest.GetProperty("validDomains")));
        Assert.Equal(
            "https://bot.example.org/",
            manifest.GetProperty("developer").GetProperty("websiteUrl").GetString()
        );
    }

    [Fact]
    public void TheBot_IsOneOfAllScopes_WithACommandList()
    {
        JsonElement bot = Assert.Single(Manifest().GetProperty("bots").EnumerateArray());

        Assert.Equal(AppId, bot.GetProperty("botId").GetString());
        Assert.Equal(["personal", "team", "groupChat"], Strings(bot.GetProperty("scopes")));
        JsonElement list = Assert.Single(bot.GetProperty("commandLists").EnumerateArray());
        Assert.Equal(["personal", "team", "groupChat"], Strings(list.GetProperty("scopes")));
        JsonElement[] commands = [.. list.GetProperty("commands").EnumerateArray()];
        Assert.InRange(commands.Length, 1, 10);
        Assert.All(
            commands,
            c =>
            {
                Assert.InRange(c.GetProperty("title").GetString()!.Length, 1, 32);
                Assert.InRange(c.GetProperty("description").GetString()!.Length, 1, 128);
            }
        );
    }

    [Fact]
    public void EveryCommandOfTheList_IsOneThatTheBotTakes() =>
        Assert.All(
            Manifest().GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray(),
            c => Assert.NotNull(SummitBot.Web.Bot.ChatCommand.Read($"/{c.GetProperty("title").GetString()} vostochny"))
        );

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void AnIcon_HasTheSizeThatTeamsAsksFor(string name, int size)
    {
        byte[] png = Read(Open(Package()), name);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal("IHDR"u8, png.AsSpan(12, 4));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public void TheOutline_IsWhiteOnTransparent()
    {
        byte[] png = Read(Open(Package()), "outline.png");
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var inflated = new MemoryStream();
        using (var pixels = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress))
        {
            pixels.CopyTo(inflated);
        }

        // A row has a filter byte (0: none) and 32 pixels of red, green, blue and opacity.
        byte[][] all = [.. inflated.ToArray().Chunk(1 + (32 * 4)).SelectMany(row => row[1..].Chunk(4))];
        Assert.Equal(32 * 32, all.Length);
        Assert.All(all, p => Assert.Equal([255, 255, 255], p[..3]));
        Assert.Contains(all, p => p[3] == 0);
        Assert.Contains(all, p => p[3] == 255);
    }

    [Fact]
    public void TheSameDescription_GivesTheSameBytes() => Assert.Equal(Package(), Package());

    [Theory]
    [InlineData("--app-id", "no-id")]
    [InlineData("--app-id", "")]
    [InlineData("--url", "http://bot.example.org")]
    [InlineData("--url", "https://localhost:3978")]
    [InlineData("--url", "bot.example.org")]
    [InlineData("--name", "A name with more than thirty characters")]
    [InlineData("--name", " ")]
    [InlineData("--developer", "A developer with more than thirty-two")]
    [InlineData("--app-version", "1.0")]
    [InlineData("--app-version", "01.0.0")]
    public async Task AValueThatTeamsWouldRefuse_IsNamed_AndNothingIsWritten(string flag, string value)
    {
        using var folder = new TemporaryFolder();

        (int exitCode, _, string error) = await RunAsync(folder["app.zip"], (flag, value));

        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.StartsWith(flag, error);
        Assert.False(File.Exists(folder["app.zip"]));
    }

    [Fact]
    public async Task TheCommand_WritesThePackage_AndSaysWhere()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output, string error) = await RunAsync(folder["app.zip"]);

        Assert.Equal("", error);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Contains(folder["app.zip"], output);
        Assert.Equal(Package(), await File.ReadAllBytesAsync(folder["app.zip"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AFileThatCannotBeWritten_IsExplained()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, _, string error) = await RunAsync(folder["no-such-folder/app.zip"]);

        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains("cannot be written", error);
    }

    private static byte[] Package() =>
        AppPackage.Write(new AppDescription(AppId, "https://bot.example.org", "SummitBot", "SummitBot", "1.0.0"));

    private static ZipArchive Open(byte[] package) => new(new MemoryStream(package));

    private static JsonElement Manifest() =>
        JsonSerializer.Deserialize<JsonElement>(Read(Open(Package()), "manifest.json"));

    private static byte[] Read(ZipArchive zip, string name)
    {
        using Stream stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<string?> Strings(JsonElement list) => list.EnumerateArray().Select(e => e.GetString());

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string file,
        params (string Flag, string Value)[] changed
    )
    {
        var flags = new Dictionary<string, string>
        {
            ["--app-id"] = AppId,
            ["--url"] = "https://bot.example.org",
            ["--output"] = file,
        };
        foreach ((string flag, string value) in changed)
        {
            flags[flag] = value;
        }

        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var streams = new StandardStreams(TextReader.Null, output, error);
        using var interrupts = new Interrupts();
        int exitCode = await new CliProgram(streams, interrupts).RunAsync([
            "teams",
            "package",
            .. flags.SelectMany(f => new[] { f.Key, f.Value }),
        ]);
        return (exitCode, output.ToString(), error.ToString());
    }
}
