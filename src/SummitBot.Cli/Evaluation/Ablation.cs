using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Questions;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Evaluation;
using SummitBot.Indexing.Search;

namespace SummitBot.Cli.Evaluation;

/// <summary>The product without one of its parts, to measure what that contributes; everything else is as it is shipped.</summary>
/// <param name="Part">The part that is left out, as reports name it.</param>
/// <param name="Compose">Takes it out of the services, before the product's own are added.</param>
internal sealed record Ablation(string Part, Action<IServiceCollection> Compose)
{
    public static IReadOnlyList<Ablation> All { get; } =
    [
        new("phrases", s => s.AddSingleton(new PassageQueryWeights { Phrase = 0 })),
        new("synonyms", s => s.AddSingleton(new PassageQueryWeights { Synonym = 0 })),
        new("respelling", s => s.AddSingleton(new PassageQueryWeights { Respelling = 0 })),
        new("embedding", s => s.PostConfigure<EmbeddingOptions>(o => o.Provider = EmbeddingProvider.None)),
        new("reader", s => s.PostConfigure<ReaderOptions>(o => o.Provider = ReaderProvider.None)),
        new(
            "followUps",
            s => s.AddSingleton<QuestionResolver>().AddSingleton<IQuestionResolver, WithoutConversation>()
        ),
    ];
}
