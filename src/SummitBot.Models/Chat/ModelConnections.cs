using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>The models of the settings, in the order to be tried. Nothing of Semantic Kernel is loaded before one is asked.</summary>
internal sealed class ModelConnections(
    IOptions<ModelOptions> options,
    IHttpClientFactory clients,
    ILogger<ModelConnections> logger
)
{
    private readonly Lazy<IReadOnlyList<ModelConnection>> _all = new(() =>
        [.. options.Value.ListChoices().Select(c => Connect(c, clients, logger))]
    );

    /// <summary>Keeps no failure: a file that cannot be read now may be readable at the next question.</summary>
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
