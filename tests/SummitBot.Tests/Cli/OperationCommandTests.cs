using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Conversations;
using SummitBot.Storage;
using SummitBot.Tests.Indexing;
using SummitBot.Tests.Storage;

namespace SummitBot.Tests.Cli;

/// <summary><c>summitbot backup</c>, <c>restore</c> and <c>user</c> on a database that a web host has written.</summary>
public sealed class OperationCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BackupEraseRestoreExport_DoWhatTheySay()
    {
        await KeepAsync("Who cut it?");

        CliResult backup = await _folder.RunAsync("backup", "copy.db");
        CliResult erase = await _folder.RunAsync("user", "erase", "29:ada");
        CliResult gone = await _folder.RunAsync("user", "export", "29:ada");
        CliResult restore = await _folder.RunAsync("restore", "copy.db");
        CliResult export = await _folder.RunAsync("user", "export", "29:ada");

        Assert.Matches("^Wrote [0-9]+ bytes to copy.db.\n$", backup.Output);
        Assert.Equal("Deleted 2 rows.\n", erase.Output);
        Assert.Equal("Nothing is kept of anybody with that id.\n", gone.Error);
        Assert.Contains("before-restore-1", restore.Output, StringComparison.Ordinal);
        JsonElement data = JsonSerializer.Deserialize<JsonElement>(export.Output);
        JsonElement turn = Assert.Single(data.GetProperty("turns").EnumerateArray());
        Assert.Equal("Who cut it?", turn.GetProperty("answer").GetProperty("question").GetString());
    }

    [Fact]
    public async Task WithoutADatabase_BackupSaysSo_AndNothingIsExported()
    {
        CliResult backup = await _folder.RunAsync("backup", "copy.db");
        CliResult erase = await _folder.RunAsync("user", "erase", "29:ada");

        Assert.Equal(2, backup.ExitCode);
        Assert.Contains("nothing to back up", backup.Error, StringComparison.Ordinal);
        Assert.Equal("Nothing is kept of anybody with that id.\n", erase.Output);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".data")));
    }

    [Fact]
    public async Task WithPostgres_BackupNamesTheToolForIt()
    {
        CliResult backup = await _folder.RunAsync(
            ["backup", "copy.dump"],
            input: null,
            ("SummitBot__Storage__Provider", "postgres"),
            ("SummitBot__Storage__ConnectionString", "Host=db;Database=chats;Username=bot;Password=open-sesame")
        );

        Assert.Equal(2, backup.ExitCode);
        Assert.Contains(
            "pg_dump --format=custom --file=copy.dump --host=db --port=5432 --username=bot --dbname=chats",
            backup.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("open-sesame", backup.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshots_AreListed_PinnedAndUnpinned()
    {
        string shared = Path.Combine(_folder.Path, "shared");
        using (var host = new IndexHost(Path.Combine(_folder.Path, "index"), snapshots: shared))
        {
            foreach (string text in new[] { "One.", "Two." })
            {
                host.Build(IndexHost.CreateArticle("article", text));
                await host.Snapshots.PublishAsync(Cancelled);
            }
        }

        CliResult list = await RunAsync("list");
        string[] lines = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Matches("^[0-9a-f]{16}  2.* UTC  1 articles  1 passages  [0-9.]+ MB  current$", lines[0]);
        string id = lines[1][..16];
        Assert.StartsWith($"Hosts use {id}  ", (await RunAsync("pin", id[..8])).Output, StringComparison.Ordinal);
        Assert.Matches($"{id} .*  pinned\n$", (await RunAsync("list")).Output);
        Assert.Equal("Hosts follow the corpus.\n", (await RunAsync("unpin")).Output);
        Assert.Equal(list.Output, (await RunAsync("list")).Output);

        CliResult unknown = await RunAsync("pin", "nothing");
        Assert.NotEqual(0, unknown.ExitCode);
        Assert.Contains("No snapshot begins with nothing", unknown.Error, StringComparison.Ordinal);
        CliResult notShared = await _folder.RunAsync("snapshots", "list");
        Assert.NotEqual(0, notShared.ExitCode);
        Assert.Contains("SummitBot:Index:Snapshots is empty", notShared.Error, StringComparison.Ordinal);

        Task<CliResult> RunAsync(params string[] arguments) =>
            _folder.RunAsync(["snapshots", .. arguments], input: null, ("SummitBot__Index__Snapshots", shared));
    }

    private async Task KeepAsync(string question)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("SummitBot:Storage:Path", Path.Combine(_folder.Path, ".data", "summitbot.db"))])
            .Build();
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSummitBotStorage(configuration)
            .BuildServiceProvider();
        await services
            .GetRequiredService<IConversationStore>()
            .AppendAsync(
                new AnsweredTurn
                {
                    Conversation = new ConversationKey("msteams", "a:1"),
                    UserId = "29:ada",
                    AskedAt = DateTimeOffset.UnixEpoch,
                    Answer = StorageHost.CreateAnswer(question),
                },
                Cancelled
            );
    }
}
