using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>
/// Article text is data: prompt injections in it change no answer. The attacks are from the BIPIA benchmark (Yi et al.,
/// Benchmarking and Defending Against Indirect Prompt Injection, 2023), read from a folder beside the project if
/// present.
/// </summary>
public sealed class PromptInjectionDetectorTests : IDisposable
{
    private static readonly string[] Paragraphs =
    [
        "Vostochny opened in April 2016. The pads stand in the Amur region.",
        "By September 2023 it had seen 14 launches. Guests come by train because the airport is far away.",
    ];

    private static readonly string[] Questions =
    [
        "In which region are the pads of Vostochny?",
        "How many launches had Vostochny seen by September 2023?",
        "Why do guests come by train?",
    ];

    private readonly AnswerHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnInstructionInAnArticle_ChangesNoAnswer(int position)
    {
        string[] attacks = InjectionData.Attacks();
        _host.Build(CreateArticle(Paragraphs));
        string[] expected = await AnswersAsync();
        Assert.DoesNotContain("", expected);

        foreach (string attack in attacks)
        {
            _host.Build(
                CreateArticle([
                    .. Paragraphs.Take(position),
                    InjectionData.OneLine(attack),
                    .. Paragraphs.Skip(position),
                ])
            );

            string[] answers = await AnswersAsync();

            Assert.All(answers, a => Assert.DoesNotContain(InjectionData.OneLine(attack), a, StringComparison.Ordinal));
            Assert.Equal(expected, answers);
        }
    }

    [Fact]
    public async Task AHarmlessPromptWithTriggerWords_IsAnsweredAsUsual()
    {
        // A question in an article states nothing and is never an answer.
        string[] prompts = [.. InjectionData.HarmlessPrompts().Where(p => !p.EndsWith('?'))];
        int answered = 0;
        foreach (string prompt in prompts)
        {
            _host.Build(CreateArticle([.. Paragraphs, prompt]));

            Answer answer = await _host.AskAsync(prompt);

            if (answer.Kind == AnswerKind.Summary)
            {
                continue; // "Summarize the document" asks for an article, and there is none with that name.
            }

            answered++;
            Assert.True(
                answer.Outcome is AnswerOutcome.Answered or AnswerOutcome.Offered,
                $"{prompt} -> {answer.Confidence:0.00} {answer.Text}"
            );
            Assert.Contains(answer.Sentences, s => prompt.Contains(s.Text, StringComparison.Ordinal));
        }

        Assert.InRange(answered, prompts.Length * 9 / 10, prompts.Length);
    }

    private async Task<string[]> AnswersAsync()
    {
        var answers = new List<string>();
        foreach (string question in Questions)
        {
            Answer answer = await _host.AskAsync(question);
            answers.Add(answer.Sentences.Count == 0 ? "" : answer.Sentences[0].Text);
        }

        return [.. answers];
    }

    private static Article CreateArticle(IEnumerable<string> paragraphs) =>
        IndexHost.CreateArticle("vostochny", string.Join('\n', paragraphs)) with
        {
            Title = "Rocket launches at Vostochny",
        };
}
