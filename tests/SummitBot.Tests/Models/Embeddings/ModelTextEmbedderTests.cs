using System.Net;
using Microsoft.Extensions.Options;
using SummitBot.Core.Retrieval;
using SummitBot.Models.Embeddings;

namespace SummitBot.Tests.Models.Embeddings;

public sealed class ModelTextEmbedderTests : IAsyncLifetime
{
    private EmbeddingServer _server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await EmbeddingServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Vectors_AreOfLengthOne_InTheTextsOrder()
    {
        using ModelTextEmbedder embedder = Embedder();

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await embedder.EmbedAsync(
            ["a car", "a boat", "a car"],
            EmbeddingPurpose.Passage,
            Cancelled
        );

        Assert.Equal(3, vectors.Count);
        Assert.Equal(vectors[0].ToArray(), vectors[2].ToArray());
        Assert.NotEqual(vectors[0].ToArray(), vectors[1].ToArray());
        Assert.All(vectors, v => Assert.Equal(1, v.ToArray().Sum(x => x * x), 4));
    }

    [Fact]
    public async Task Texts_AreSentInBatches_WithThePrefixOfTheirPurpose()
    {
        using ModelTextEmbedder embedder = Embedder(o =>
        {
            o.BatchSize = 2;
            o.PassagePrefix = "passage: ";
            o.QuestionPrefix = "query: ";
        });

        await embedder.EmbedAsync(["a", "b", "c"], EmbeddingPurpose.Passage, Cancelled);
        await embedder.EmbedAsync(["d"], EmbeddingPurpose.Question, Cancelled);

        Assert.Equal([2, 1, 1], _server.Batches);
        Assert.Equal(["passage: a", "passage: b", "passage: c", "query: d"], _server.Texts.Order());
    }

    [Fact]
    public async Task NoTexts_NeedNoServer()
    {
        using ModelTextEmbedder embedder = Embedder();

        Assert.Empty(await embedder.EmbedAsync([], EmbeddingPurpose.Passage, Cancelled));
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData(EmbeddingProvider.OpenAI, "/v1", "/v1/embeddings", "Bearer " + EmbeddingServer.Key)]
    [InlineData(EmbeddingProvider.OpenAICompatible, "/v1", "/v1/embeddings", "Bearer " + EmbeddingServer.Key)]
    [InlineData(EmbeddingProvider.AzureOpenAI, "", "/openai/deployments/some-model/embeddings", EmbeddingServer.Key)]
    [InlineData(EmbeddingProvider.Ollama, "", "/api/embed", null)]
    public async Task EachProvider_IsAskedInItsOwnWay(
        EmbeddingProvider provider,
        string path,
        string asked,
        string? key
    )
    {
        using ModelTextEmbedder embedder = Embedder(o =>
        {
            o.Provider = provider;
            o.Endpoint = _server.Endpoint + path;
        });

        Assert.Single(await embedder.EmbedAsync(["a"], EmbeddingPurpose.Question, Cancelled));
        Assert.Equal((asked, key), Assert.Single(_server.Requests));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "refuses the request (400)")]
    [InlineData(HttpStatusCode.Unauthorized, "correct SummitBot:Embedding:ApiKey")]
    [InlineData(HttpStatusCode.Forbidden, "correct SummitBot:Embedding:ApiKey")]
    [InlineData(HttpStatusCode.NotFound, "correct SummitBot:Embedding:Name")]
    [InlineData(HttpStatusCode.TooManyRequests, "try again later")]
    [InlineData(HttpStatusCode.InternalServerError, "failed (500)")]
    public async Task ARefusal_SaysHowToFixIt_AndNothingThatTheServerSaid(HttpStatusCode status, string expected)
    {
        _server.AlwaysAnswer(
            status,
            "{\"error\":{\"message\":\"Incorrect API key provided: " + EmbeddingServer.Key + "\"}}"
        );

        await AssertErrorAsync(expected);
    }

    [Theory]
    [InlineData(EmbeddingProvider.OpenAICompatible)]
    [InlineData(EmbeddingProvider.Ollama)]
    public async Task WhatIsNoJson_IsNoVectors(EmbeddingProvider provider)
    {
        _server.AlwaysAnswer(HttpStatusCode.OK, "<html>hello");

        await AssertErrorAsync("no embeddings", o => o.Provider = provider);
    }

    [Fact]
    public async Task AMissingModelOfOllama_IsToBePulled()
    {
        _server.AlwaysAnswer(HttpStatusCode.NotFound, """{"error":"model \"some-model\" not found"}""");

        await AssertErrorAsync(
            "some-model",
            o =>
            {
                o.Provider = EmbeddingProvider.Ollama;
                o.Endpoint = _server.Endpoint;
            }
        );
    }

    [Fact]
    public async Task TooFewVectors_AreRefused()
    {
        _server.Distort = vectors => [.. vectors.Skip(1)];

        await AssertErrorAsync("0 vectors for 1 texts");
    }

    [Fact]
    public async Task AVectorOfZeros_IsRefused()
    {
        _server.Distort = vectors => [.. vectors.Select(v => new float[v.Length])];

        await AssertErrorAsync("all zero");
    }

    [Fact]
    public async Task VectorsOfAnotherDimension_AreRefused() =>
        await AssertErrorAsync("Dimensions asks for 8", o => o.Dimensions = 8);

    [Fact]
    public async Task VectorsOfDifferentDimensions_AreRefused()
    {
        _server.Distort = vectors => [.. vectors.Select((_, i) => Enumerable.Repeat(1f, 8 + i).ToArray())];
        using ModelTextEmbedder embedder = Embedder();

        var error = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() =>
            embedder.EmbedAsync(["a", "b"], EmbeddingPurpose.Question, Cancelled)
        );

        Assert.Contains("different lengths", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatIsDown_IsToBeStarted()
    {
        await _server.DisposeAsync();

        await AssertErrorAsync("cannot be reached");
    }

    [Fact]
    public async Task ASlowServer_IsGivenUp()
    {
        _server.Misbehave = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        await AssertErrorAsync("did not answer within 0.2 s", o => o.QuestionTimeoutSeconds = 0.2);
    }

    [Fact]
    public async Task Cancelling_IsNoError()
    {
        using var cancelling = new CancellationTokenSource();
        _server.Misbehave = async context =>
        {
            await cancelling.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using ModelTextEmbedder embedder = Embedder();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, cancelling.Token)
        );
    }

    [Theory]
    [InlineData(EmbeddingPurpose.Passage, 2)]
    [InlineData(EmbeddingPurpose.Question, 1)]
    public async Task PassagesAreTriedAgain_QuestionsAreNot(EmbeddingPurpose purpose, int requests)
    {
        _server.Misbehave = context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            context.Response.Headers["retry-after-ms"] = "1";
            return Task.FromResult(true);
        };
        using ModelTextEmbedder embedder = Embedder(o => o.Retries = 1);

        await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => embedder.EmbedAsync(["a"], purpose, Cancelled));

        Assert.Equal(requests, _server.Requests.Count);
    }

    [Fact]
    public void TheModelsName_TellsApartWhateverVectorsDependOn()
    {
        using ModelTextEmbedder one = Embedder();
        using ModelTextEmbedder otherName = Embedder(o => o.Name = "another");
        using ModelTextEmbedder shorter = Embedder(o => o.Dimensions = 64);
        using ModelTextEmbedder prefixed = Embedder(o => o.PassagePrefix = "passage: ");
        using ModelTextEmbedder sameForPassages = Embedder(o => o.QuestionPrefix = "query: ");
        using ModelTextEmbedder none = Embedder(o => o.Provider = EmbeddingProvider.None);

        Assert.Equal(4, new[] { one, otherName, shorter, prefixed }.Select(e => e.Model).Distinct().Count());
        Assert.Equal(one.Model, sameForPassages.Model);
        Assert.Null(none.Model);
    }

    private ModelTextEmbedder Embedder(Action<EmbeddingOptions>? change = null)
    {
        var options = new EmbeddingOptions
        {
            Provider = EmbeddingProvider.OpenAICompatible,
            Name = "some-model",
            Endpoint = _server.Endpoint + "/v1",
            ApiKey = EmbeddingServer.Key,
            Retries = 0,
            QuestionTimeoutSeconds = 30,
        };
        change?.Invoke(options);
        return new ModelTextEmbedder(Options.Create(options), TimeProvider.System);
    }

    private async Task AssertErrorAsync(string expected, Action<EmbeddingOptions>? change = null)
    {
        using ModelTextEmbedder embedder = Embedder(change);

        var error = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() =>
            embedder.EmbedAsync(["a"], EmbeddingPurpose.Question, Cancelled)
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(EmbeddingServer.Key, error.ToString(), StringComparison.Ordinal);
    }
}
