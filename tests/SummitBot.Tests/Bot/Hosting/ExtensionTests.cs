using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>The extension points described for bot developers: their own services come from the container.</summary>
public sealed class ExtensionTests
{
    [Fact]
    public async Task AMiddlewareOfTheContainer_SeesEveryTurn_AndWhatItSends()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            new EchoBot(),
            services: services => services.AddSingleton<IMiddleware, ShoutingMiddleware>()
        );

        await host.PostAsync(ProtocolHost.Message("hello"));
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        Assert.Equal(["ECHO: HELLO"], host.Texts);
    }

    [Fact]
    public async Task BotState_RemembersAConversation_FromTurnToTurn()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            new ScriptedBot(),
            services: services =>
            {
                services.AddSingleton<IStorage, MemoryStorage>();
                services.AddSingleton<ConversationState>();
                services.AddTransient<IBot, CountingBot>();
            }
        );

        await host.PostAsync(ProtocolHost.Message("a", "c1"));
        await host.PostAsync(ProtocolHost.Message("b", "c1"));
        await host.PostAsync(ProtocolHost.Message("c", "c2"));
        await host.UntilAsync(() => host.Channel.Sent.Count == 3);

        Assert.Equal(
            ["c1: 1", "c1: 2", "c2: 1"],
            host.Channel.Sent.Select(a => $"{a.Conversation.Id}: {a.Text}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task ASecondBot_HasAnAddressOfItsOwn()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            new ScriptedBot(),
            services: services => services.AddTransient<EchoBot>(),
            map: app => app.MapBot<EchoBot>("/api/echo")
        );

        using var content = new StringContent(
            ActivityJson.Serialize(ProtocolHost.Message("hello")),
            mediaType: new("application/json")
        );
        using HttpResponseMessage accepted = await host.Client.PostAsync(
            "/api/echo",
            content,
            TestContext.Current.CancellationToken
        );
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(["Echo: hello"], host.Texts);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK, 1)]
    [InlineData("52.112.0.1", HttpStatusCode.Unauthorized, 0)]
    public async Task AnEndpointWrittenAsInTheSdksSamples_HasTheSameChecks(
        string? forwardedFor,
        HttpStatusCode status,
        int answers
    )
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            new ScriptedBot(),
            services: services => services.AddTransient<EchoBot>(),
            map: app =>
                app.MapPost(
                    "/api/sample",
                    (
                        HttpRequest request,
                        HttpResponse response,
                        [FromServices] IBotFrameworkHttpAdapter adapter,
                        [FromServices] EchoBot bot
                    ) => adapter.ProcessAsync(request, response, bot, request.HttpContext.RequestAborted)
                )
        );
        if (forwardedFor is not null)
        {
            host.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        }

        using var content = new StringContent(
            ActivityJson.Serialize(ProtocolHost.Message("hello")),
            mediaType: new("application/json")
        );
        using HttpResponseMessage response = await host.Client.PostAsync(
            "/api/sample",
            content,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(answers, host.Channel.Sent.Count);
    }

    private sealed class EchoBot : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) =>
            turnContext.SendActivityAsync(MessageFactory.Text($"Echo: {turnContext.Activity.Text}"), cancellationToken);
    }

    private sealed class CountingBot(ConversationState conversation) : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        )
        {
            IStatePropertyAccessor<Counter> property = conversation.CreateProperty<Counter>("counter");
            Counter counter = await property.GetAsync(turnContext, () => new Counter(), cancellationToken);
            counter.Turns++;
            await conversation.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
            await turnContext.SendActivityAsync(MessageFactory.Text($"{counter.Turns}"), cancellationToken);
        }
    }

    private sealed class Counter
    {
        public int Turns { get; set; }
    }

    private sealed class ShoutingMiddleware : IMiddleware
    {
        public Task OnTurnAsync(
            ITurnContext turnContext,
            NextDelegate next,
            CancellationToken cancellationToken = default
        )
        {
            turnContext.OnSendActivities(
                (_, activities, send) =>
                {
                    activities.ForEach(a => a.Text = a.Text?.ToUpperInvariant());
                    return send();
                }
            );
            return next(cancellationToken);
        }
    }
}
