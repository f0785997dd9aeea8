using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;

namespace SummitBot.Benchmarks.DirectLine;

/// <summary>
/// Many visitors with open sockets who ask, read the answer for a while, and ask again. Visitors and host share the machine.
/// </summary>
internal static class SocketLoadBenchmark
{
    private const int Visitors = 500;
    private const int Questions = 10;
    private const int ArriveTogether = 20;

    /// <summary>Questions of each visitor that are not counted: after them, the host's code is compiled.</summary>
    private const int WarmUp = 2;

    /// <summary>Raises the visitors' limits, because all come from one address here.</summary>
    private const string Unlimited = "1000000";
    private const string MoreSockets = "100000";

    /// <summary>The longest time that a visitor reads before the next question; the average is half of it.</summary>
    private static readonly TimeSpan MaxReadingTime = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait for duplicate answers after the last expected one.</summary>
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(2);

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using HostProgram host = await StartHostAsync(cancellationToken);
        string[] questions = await HostProgram.ReadQuestionsAsync(cancellationToken);
        Visitor[] visitors = await ArriveAsync(host.Client, Visitors, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);

        await Task.WhenAll(visitors.Select((v, i) => AskAllAsync(v, i + Visitors, WarmUp, questions, limit.Token)));

        TimeSpan worked = host.ProcessorTime;
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<AskedQuestion>[] asked = await Task.WhenAll(
            visitors.Select((v, i) => AskAllAsync(v, i, Questions, questions, limit.Token))
        );
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        worked = host.ProcessorTime - worked;
        await Task.Delay(SettleTime, cancellationToken);
        string table = Describe(visitors, asked, elapsed, worked, host.WorkingSet);
        await LeaveAsync(visitors);
        return table;
    }

    public static Task<HostProgram> StartHostAsync(CancellationToken cancellationToken) =>
        HostProgram.StartAsync(
            cancellationToken,
            "--SummitBot:DirectLine:AddressPerMinute",
            Unlimited,
            "--SummitBot:DirectLine:TotalPerMinute",
            Unlimited,
            "--SummitBot:Web:AddressPerMinute",
            Unlimited,
            "--SummitBot:DirectLine:MaxSockets",
            MoreSockets,
            "--SummitBot:DirectLine:AddressSockets",
            MoreSockets
        );

    /// <summary>A few at a time, as in reality.</summary>
    public static async Task<Visitor[]> ArriveAsync(HttpClient client, int count, CancellationToken cancellationToken)
    {
        var visitors = new List<Visitor>();
        while (visitors.Count < count)
        {
            int next = Math.Min(ArriveTogether, count - visitors.Count);
            visitors.AddRange(
                await Task.WhenAll(
                    Enumerable.Range(0, next).Select(_ => Visitor.ArriveAsync(client, cancellationToken))
                )
            );
        }

        return [.. visitors];
    }

    public static async Task LeaveAsync(IEnumerable<Visitor> visitors)
    {
        foreach (Visitor visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<AskedQuestion>> AskAllAsync(
        Visitor visitor,
        int number,
        int count,
        string[] questions,
        CancellationToken cancellationToken
    )
    {
        var random = new Random(number);
        var asked = new List<AskedQuestion>();
        for (int i = 0; i < count; i++)
        {
            await Task.Delay(random.NextDouble() * MaxReadingTime, cancellationToken);
            string question = questions[(number + (i * 7)) % questions.Length];
            asked.Add(await visitor.AskAsync(question, cancellationToken));
        }

        return asked;
    }

    private static string Describe(
        Visitor[] visitors,
        IReadOnlyList<AskedQuestion>[] asked,
        TimeSpan elapsed,
        TimeSpan worked,
        long workingSet
    )
    {
        AskedQuestion[] all = [.. asked.SelectMany(a => a)];
        string[][] answered =
        [
            .. visitors.Zip(asked, (v, a) => v.Answered.Where(id => a.Any(question => question.Id == id)).ToArray()),
        ];
        int answers = answered.Sum(ids => ids.Length);
        int disordered = answered
            .Zip(asked)
            .Count(pair => !pair.First.Distinct().SequenceEqual(pair.Second.Select(a => a.Id)));
        var table = new MarkdownTable($"{Visitors} open sockets, {Questions} questions each", "p50", "p99", "max");
        Add("first sign that the question has come", a => a.ToSign);
        Add("first chunk of the answer's stream", a => a.ToChunk);
        Add("whole answer with its citations", a => a.ToAnswer);
        var counts = new MarkdownTable($"The {Figures.Count(all.Length)} questions", "");
        counts.Add("answers", Figures.Count(answers));
        counts.Add("questions answered twice", Figures.Count(answers - answered.Sum(ids => ids.Distinct().Count())));
        counts.Add("conversations out of order", Figures.Count(disordered));
        counts.Add("questions a second", Figures.Ratio(all.Length / elapsed.TotalSeconds));
        counts.Add("processor time of the host for a question", Figures.Milliseconds(worked / all.Length));
        counts.Add("working set of the host at the end", Figures.Megabytes(workingSet));
        return $"{table}\n{counts}";

        void Add(string name, Func<AskedQuestion, TimeSpan> timeOf)
        {
            var sample = new Sample(all.Select(timeOf));
            table.Add(
                name,
                Figures.Milliseconds(sample.Median),
                Figures.Milliseconds(sample.Percentile(99)),
                Figures.Milliseconds(sample.Max)
            );
        }
    }
}
