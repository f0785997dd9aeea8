using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Questions;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

public sealed class ExplanationTests : IDisposable
{
    private readonly AnswerHost _host = new();

    public ExplanationTests() =>
        _host.Build(
            IndexHost.CreateArticle(
                "launches",
                "Vostochny opened in April 2016. By September 2023 it had seen 14 launches. Guests come by train."
            ),
            IndexHost.CreateArticle("weather", "Rain fell on the coast. Snow stayed in the hills. The wind turned.")
        );

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task AnswerAsync_WhenNotAsked_ExplainsNothing()
    {
        Answer answer = await _host.AskAsync("When did Vostochny open?");

        Assert.Null(answer.Explanation);
        using var json = JsonDocument.Parse(AnswerJson.Serialize(AnswerDocument.From(answer)));
        Assert.False(json.RootElement.TryGetProperty("explain", out _));
    }

    [Fact]
    public async Task AnswerAsync_Explains_WhatWasAskedFoundAndChosen()
    {
        Answer answer = await AskAsync("When did Vostochny open?");

        Explanation explanation = answer.Explanation!;
        Assert.Equal(("When did Vostochny open?", "en"), (explanation.ResolvedQuestion, explanation.Language));
        Assert.Equal("launches#1", explanation.Passages[0].PassageId);
        Assert.True(explanation.Passages[0].Score > 0);
        AnswerTrace trace = explanation.Trace!;
        Assert.Equal("date", trace.AnswerType);
        Assert.Contains("Vostochny", trace.Terms.Select(t => t.Word));
        Assert.Equal(answer.Sentences[0].Text, trace.Sentences[0].Text);
        Assert.Equal(trace.Sentences.Select(s => s.Score).OrderDescending(), trace.Sentences.Select(s => s.Score));
        Assert.StartsWith("Answered", explanation.Decision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerAsync_TheContributionsOfTheFeaturesMakeUpTheScores()
    {
        AnswerTrace trace = (await AskAsync("When did Vostochny open?")).Explanation!.Trace!;

        Assert.All(trace.Sentences, s => Assert.Equal(s.Score, s.Features.Sum(f => f.Contribution), 0.002));
        double lead = trace.Sentences[0].Score - trace.Sentences[1].Score;
        Assert.Equal(lead, trace.Lead.Sum(l => l.Difference), 0.004);
    }

    [Theory]
    [InlineData("When did Vostochny open?")]
    [InlineData("Which minister never opened the ninth coast hotel?")]
    public async Task AnswerAsync_TheContributionsOfItsPartsMakeUpTheConfidence(string question)
    {
        Answer answer = await AskAsync(question);

        double logit = answer.Explanation!.Trace!.ConfidenceParts.Sum(p => p.Contribution);
        Assert.Equal(answer.Confidence, 1 / (1 + Math.Exp(-logit)), 0.001);
        Assert.Equal(answer.Confidence, answer.Explanation.Confidence, 0.0001);
    }

    [Fact]
    public async Task AnswerAsync_SaysWhyItRefuses()
    {
        Answer unlikely = await AskAsync("Which minister never opened the ninth coast hotel?");
        Answer unspoken = await AskAsync("Zyxw vutsrq?");

        Assert.Equal(AnswerOutcome.NotInCorpus, unlikely.Outcome);
        Assert.True(unlikely.Explanation!.Confidence < unlikely.Explanation.Threshold);
        Assert.Equal("Refused: the confidence is below the threshold.", unlikely.Explanation.Decision);
        Assert.Equal("Refused: no passage speaks of what the question asks.", unspoken.Explanation!.Decision);
        Assert.Null(unspoken.Explanation.Trace);
    }

    [Fact]
    public async Task AnswerAsync_ExplainsWhatAFollowUpTookFromEarlierTurns()
    {
        Answer answer = await _host.AskAsync(
            new Question("And how do guests come to it?")
            {
                Explain = true,
                Conversation = [new ConversationTurn(Speaker.User, "When did Vostochny open?")],
            }
        );

        Explanation explanation = answer.Explanation!;
        Assert.Contains(
            "Vostochny",
            $"{explanation.ResolvedQuestion} {string.Join(' ', explanation.ContextTerms.Select(t => t.Word))}",
            StringComparison.OrdinalIgnoreCase
        );
    }

    private Task<Answer> AskAsync(string question) => _host.AskAsync(new Question(question) { Explain = true });
}
