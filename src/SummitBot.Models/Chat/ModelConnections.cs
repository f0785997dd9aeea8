using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>The configured models, in the order to try. Semantic Kernel is loaded only when one is used.</summary>
internal sealed class ModelConnections(
    IOptions<ModelOptions> options,
    IHttpClientFactory clients,
    ILogger<ModelConnections> logger
)
{
    private readonly Lazy<IReadOnlyList<ModelConnection>> _all = new(() =>
        [.. options.Value.ListChoices().Select(c => Connect(c, clients, logger))]
    );

    /// <summary>
    /// Failures are not cached: a file that cannot be read now may be readable for the next question.
    /// </summary>
    private readonly Lazy<Prompts> _prompts = new(
        () => new Prompts(options.Value),
        LazyThreadSafetyMode.PublicationOnly
    );

    public ModelOptions Options => options.Value;

    public IReadOnlyList<ModelConnection> All => _all.Value;

    public Prompts Prompts => _prompts.Value;

    private static ModelConnection Connect(ModelChoice choice, IHttpClientFactory clients, ILogger logger)
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(ModelServices.Create(choice, clients.CreateClient(ModelHttp.ClientFor(choice))));
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new FunctionLog(logger));
        return new ModelConnection(choice, builder.Build());
    }
}

/// <summary>A configured model with its services.</summary>
/// <param name="Kernel">Has the chat service and the filters; cloned for each call, which adds its own.</param>
internal sealed record ModelConnection(ModelChoice Choice, Kernel Kernel);
