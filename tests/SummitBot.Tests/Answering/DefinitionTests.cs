using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>"Who is ...?" and "What is ...?" are answered by the sentence that says it.</summary>
public sealed class DefinitionTests : IDisposable
{
    private readonly AnswerHost _host = new(
        ("SummitBot:Answering:MinConfidence", "0"),
        ("SummitBot:Answering:ClosestPassageConfidence", "0"),
        ("SummitBot:Answering:MaxSentences", "1")
    );

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("Who is Ada Quill?", "Ada Quill is the mayor of Grenmouth.")]
    [InlineData("Who is Ada Quill?", "Grenmouth celebrated with mayor Ada Quill all night long.")]
    [InlineData("Who was Ada Quill?", "A painter was invited by Ada Quill, the mayor of Grenmouth.")]
    [InlineData("What is the Grenwheel?", "The Grenwheel is a ferry with a single paddle.")]
    [InlineData("¿Quién es Ada Quill?", "Ada Quill es la alcaldesa del pueblo.")]
    public async Task Ask_WhatSomethingIs_IsAnsweredByItsDefinition(string question, string definition)
    {
        string name = question.Contains("Ada", StringComparison.Ordinal) ? "Ada Quill" : "Grenwheel";
        _host.Build(
            IndexHost.CreateArticle(
                "news",
                $"{name} came late. {name} left early. {name}'s mother is a doctor. {definition}"
            ),
            IndexHost.CreateArticle("weather", "Rain fell on the coast all day. Snow stayed in the hills for a week.")
        );

        Answer answer = await _host.AskAsync(question);

        Assert.Equal(definition, answer.Sentences[0].Text);
    }

    [Fact]
    public async Task Ask_AnItemOfAList_IsQuotedWithoutTheMarkBehindIt()
    {
        _host.Build(
            IndexHost.CreateArticle(
                "fleet",
                "The fleet:\n\n- Grenwheel carries forty passengers;\n\n- Nettle carries cattle;\n"
            )
        );

        Answer answer = await _host.AskAsync("How many passengers does Grenwheel carry?");

        Assert.EndsWith("forty passengers", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal(answer.Sentences[0].Text, answer.Citations[0].Quote);
    }

    [Fact]
    public async Task Ask_AFollowUpOnEitherOfTwo_AsksBackAndTakesTheChoice()
    {
        _host.Build(
            IndexHost.CreateArticle(
                "visit",
                "Quill and Brandt opened the mill. Quill praised the weather. Brandt praised the bread."
            )
        );
        ConversationTurn[] first =
        [
            new(Speaker.User, "When did Quill and Brandt open the mill?"),
            new(Speaker.Assistant, "Quill and Brandt opened the mill. [1]"),
        ];

        Answer back = await _host.AskAsync(new Question("What did he praise?") { Conversation = first });
        Answer chosen = await _host.AskAsync(
            new Question("Brandt")
            {
                Explain = true,
                Conversation =
                [
                    .. first,
                    new ConversationTurn(Speaker.User, "What did he praise?"),
                    new ConversationTurn(Speaker.Assistant, back.Text),
                ],
            }
        );

        Assert.Equal(AnswerOutcome.NeedsClarification, back.Outcome);
        Assert.Equal("I can read your question in two ways. Do you mean Quill or Brandt?", back.Text);
        Assert.Empty(back.Citations);
        Assert.Equal("What did Brandt praise?", chosen.Explanation!.ResolvedQuestion);
        Assert.DoesNotContain("Quill", chosen.Explanation.ContextTerms.Select(t => t.Word));
    }
}
