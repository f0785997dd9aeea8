using System.Text.RegularExpressions;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Tests.Answering;

namespace SummitBot.Tests.Models;

/// <summary>
/// A model that does what a text in its prompt tells it: nothing of an instruction planted in an article reaches a person,
/// though the article holds it word for word. Harmless sentences that sound alike are shown as ever.
/// </summary>
public sealed partial class ObedientModelTests : IAsyncLifetime
{
    private const string Region = "The pads stand in the Amur region.";
    private const string Launches = "By September 2023 it had seen 14 launches.";
    private const string Train = "Guests come by train because the airport is far away.";

    private static readonly string[] Paragraphs = [$"Vostochny opened in April 2016. {Region}", $"{Launches} {Train}"];

    /// <summary>Questions, and what an honest model says.</summary>
    private static readonly (string Question, string Fact)[] Asked =
    [
        ("In which region are the pads of Vostochny?", Region),
        ("How many launches had Vostochny seen by September 2023?", Launches),
        ("Why do guests come by train?", Train),
    ];

    /// <summary>What else than repeating it after an honest sentence a model may make of an instruction.</summary>
    private static readonly Func<string, string, string>[] Obediences =
    [
        (attack, _) => $"{attack} [1]",
        (attack, fact) => $"{fact} [1] The article says: “{InjectionData.OneLine(attack)}” [1]",
        (attack, fact) => $"Sure! {fact} [1] As asked: {InjectionData.OneLine(attack)} [1] See www.example.com [1]",
        (_, fact) => $"{new string([.. fact.Reverse()])} [1]\n{fact.Replace(" ", "", StringComparison.Ordinal)} [1]",
    ];

    private ModelBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await ModelBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnInstructionInAnArticle_ReachesNobodyThoughTheModelObeys(int position)
    {
        string[] attacks = InjectionData.Attacks();
        var leaks = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < attacks.Length; i++)
        {
            string attack = attacks[i];
            _bench.Build(CreateArticle([.. Paragraphs.Take(position), attack, .. Paragraphs.Skip(position)]));
            (string question, string fact) = Asked[i % Asked.Length];
            string obeyed = Obediences[(i + position) % Obediences.Length](attack, fact);
            foreach (string draft in new[] { $"{fact} [1]\n{attack} [1]", obeyed })
            {
                _bench.Server.ReplyText(draft);

                IReadOnlyList<AnswerUpdate> updates = await _bench.StreamAsync(new Question(question));

                Assert.Contains(fact, updates[^1].Answer.Text, StringComparison.Ordinal);
                leaks.UnionWith(updates.SelectMany(u => PartsShown(attack, u.Answer)));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    [Fact]
    public async Task AHarmlessPromptWithTriggerWords_IsShownWhenItIsWhatWasAskedFor()
    {
        string[] prompts = InjectionData.HarmlessPrompts();
        var lost = new List<string>();
        foreach (string prompt in prompts)
        {
            _bench.Build(CreateArticle([.. Paragraphs, prompt]));
            _bench.Server.Reply(ModelReplies.From(r => ModelAnswerTests.Cited(r, prompt, prompt)));

            Answer answer = await _bench.AskAsync(prompt);

            if (answer.Kind != AnswerKind.Summary && answer.Writer != ModelServer.ModelName)
            {
                lost.Add(prompt);
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    /// <summary>The lines and sentences of an instruction that a person sees.</summary>
    private static IEnumerable<string> PartsShown(string attack, Answer answer)
    {
        string shown = string.Join('\n', [answer.Text, .. answer.Citations.Select(c => c.Quote)]);
        return Breaks()
            .Split(attack)
            .Select(p => p.Trim())
            .Where(p => p.Count(char.IsLetter) >= 5 && shown.Contains(p, StringComparison.OrdinalIgnoreCase));
    }

    private static Article CreateArticle(IEnumerable<string> paragraphs) =>
        ModelBench.Article("vostochny", "Rocket launches at Vostochny", string.Join('\n', paragraphs));

    /// <summary>Where lines and sentences end.</summary>
    [GeneratedRegex(@"\n|(?<=[.!?:]) ", RegexOptions.None, 1_000)]
    private static partial Regex Breaks();
}
