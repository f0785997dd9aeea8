using SummitBot.Core.Conversations;
using SummitBot.Language.Tokens;
using SummitBot.Tests.Storage;
using SummitBot.Web.Admin;

namespace SummitBot.Tests.Web.Admin;

public sealed class RefusalTopicsTests
{
    private static readonly RefusalTopics Topics = new(new WordAnalyzer());

    [Fact]
    public void Group_TakesTheMostSharedWordFirst_ThenTheMostSharedOfWhatIsLeft()
    {
        IReadOnlyList<RefusalTopic> topics = Topics.Group(
            CreateTurns("anchor gold", "anchor silver", "anchor moon", "gold moon", "moon tide", "nothing")
        );

        Assert.Equal(
            ["anchor: anchor gold, anchor silver, anchor moon", "moon: gold moon, moon tide", ": nothing"],
            topics.Select(Describe)
        );
    }

    [Fact]
    public void Group_OfManyQuestions_IsAsIfEveryGroupWereRecounted()
    {
        var random = new Random(5);
        IReadOnlyList<AnsweredTurn> turns = CreateTurns([
            .. Enumerable
                .Range(0, 300)
                .Select(_ =>
                    string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"word{random.Next(120)}"))
                ),
        ]);

        Assert.Equal(Recounted(turns), Topics.Group(turns).Select(Describe));
    }

    /// <summary>Memory is counted in place of time, which says little on a busy machine.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Group_OfFourTimesTheQuestions_TakesFourTimesTheWork(int wordsOfQuestion)
    {
        long few = MeasureWork(CraftedTurns(500, wordsOfQuestion));
        long many = MeasureWork(CraftedTurns(2_000, wordsOfQuestion));

        Assert.InRange(many, few, 5 * few);
    }

    [Fact]
    public void Group_OfALongQuestion_LooksAtItsBeginning()
    {
        string beginning = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"filler{i:000}"));

        IReadOnlyList<RefusalTopic> topics = Topics.Group(CreateTurns($"{beginning} anchor", "anchor"));

        Assert.Null(Assert.Single(topics).Word);
    }

    /// <summary>Questions made to give as many groups as can be: each shares its words with one other question.</summary>
    private static IReadOnlyList<AnsweredTurn> CraftedTurns(int count, int words) =>
        CreateTurns([
            .. Enumerable
                .Range(0, count)
                .Select(i => string.Join(' ', Enumerable.Range(0, words).Select(w => $"w{i / 2:0000}-{w:00}"))),
        ]);

    private static long MeasureWork(IReadOnlyList<AnsweredTurn> turns)
    {
        Topics.Group(turns);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(turns.Count / 2, Topics.Group(turns).Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static List<string> Recounted(IReadOnlyList<AnsweredTurn> turns)
    {
        List<AnsweredTurn> left = [.. turns];
        var topics = new List<string>();
        while (true)
        {
            string? word = left.SelectMany(t => t.Answer.Question.Split(' ').Distinct())
                .GroupBy(w => w, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .OrderByDescending(g => g.Count())
                .ThenByDescending(g => g.Key.Length)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                ?.Key;
            if (word is null)
            {
                return left.Count == 0 ? topics : [.. topics, Describe(new RefusalTopic(null, left))];
            }

            AnsweredTurn[] group = [.. left.Where(t => t.Answer.Question.Split(' ').Contains(word))];
            left.RemoveAll(t => group.Contains(t));
            topics.Add(Describe(new RefusalTopic(word, group)));
        }
    }

    private static string Describe(RefusalTopic topic) =>
        $"{topic.Word}: {string.Join(", ", topic.Turns.Select(t => t.Answer.Question))}";

    private static IReadOnlyList<AnsweredTurn> CreateTurns(params IEnumerable<string> questions) =>
        [
            .. questions.Select(
                (q, i) =>
                    new AnsweredTurn
                    {
                        Conversation = StorageHost.Key(),
                        UserId = "visitor",
                        AskedAt = StorageHost.Start.AddMinutes(-i),
                        Answer = StorageHost.CreateAnswer(q),
                    }
            ),
        ];

    /// <summary>Words between blanks, unstemmed.</summary>
    private sealed class WordAnalyzer : ITermAnalyzer
    {
        public IReadOnlyList<Term> Analyze(string text, string language)
        {
            var terms = new List<Term>();
            int start = 0;
            foreach (string word in text.Split(' '))
            {
                terms.Add(new Term(word, start, start + word.Length));
                start += word.Length + 1;
            }

            return terms;
        }
    }
}
