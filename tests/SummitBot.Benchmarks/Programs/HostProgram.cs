using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Programs;

/// <summary>The web host as a process of its own, over the repository's corpus, with an index of its own.</summary>
internal sealed class HostProgram : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder _index;
    private readonly TemporaryFolder _storage;
    private readonly ChildProgram _program;

    private HostProgram(TemporaryFolder index, TemporaryFolder storage, ChildProgram program, Uri address)
    {
        _index = index;
        _storage = storage;
        _program = program;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Bytes of physical memory in use just now.</summary>
    public long WorkingSet => _program.WorkingSet;

    /// <summary>What it has worked so far, on all cores together.</summary>
    public TimeSpan ProcessorTime => _program.ProcessorTime;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="arguments">Of the command line, such as settings.</param>
    public static async Task<HostProgram> StartAsync(
        CancellationToken cancellationToken,
        params IEnumerable<string> arguments
    )
    {
        Uri address = FreeAddress();
        string program = Repository.GetPath("SummitBot.Web", "SummitBot.Web");
        var index = new TemporaryFolder();
        var storage = new TemporaryFolder();
        var host = new HostProgram(
            index,
            storage,
            ChildProgram.Start(
                program,
                index,
                [
                    "--urls",
                    address.ToString(),
                    "--SummitBot:Storage:Path",
                    Path.Combine(storage.Path, "summitbot.db"),
                    "--SummitBot:Bot:LocalServiceUrls:0",
                    "http://127.0.0.1:*/_connector",
                    .. arguments,
                ]
            ),
            address
        );
        await WaitUntilReadyAsync(host._program, host.Client, cancellationToken);
        return host;
    }

    /// <summary>The golden questions on the corpus.</summary>
    public static async Task<string[]> ReadQuestionsAsync(CancellationToken cancellationToken)
    {
        string[] lines = await File.ReadAllLinesAsync(Repository.Questions, cancellationToken);
        return
        [
            .. lines
                .Where(line => line.Length > 0)
                .Select(line => JsonElement.Parse(line).GetProperty("question").GetString()!),
        ];
    }

    public void Dispose()
    {
        Client.Dispose();
        _program.Dispose();
        _index.Dispose();
        _storage.Dispose();
    }

    private static async Task WaitUntilReadyAsync(
        ChildProgram host,
        HttpClient client,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (!await IsReadyAsync(client, limit.Token))
        {
            if (host.HasExited)
            {
                throw new InvalidOperationException("The web host ended before it was ready.");
            }

            await Task.Delay(Poll, limit.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync("/readyz", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    internal static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }
}
