using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary><c>summitbot show ARTICLE[#PASSAGE] [--json]</c>.</summary>
public static class ShowCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "The ids are those of `summitbot sources` and of an answer's citations.",
        "",
        "Examples:",
        "  summitbot show vostochny-summit",
        "  summitbot show vostochny-summit#2",
        "  summitbot show vostochny-summit --json",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var id = new Argument<string>("ARTICLE[#PASSAGE]") { Description = "The id of an article or of a passage." };
        var json = new Option<bool>("--json") { Description = "Prints one line of JSON, with every character range." };
        var command = new Command("show", "Shows an article or a passage.")
        {
            id,
            json,
            flags.Corpus,
            flags.Skip,
            flags.Index,
            flags.AsGroup,
        };
        command.SetAction(parsed =>
        {
            CommonFlagValues values = flags.Read(parsed);
            return runner.RunAsync(
                values,
                async (services, token) =>
                {
                    await services.GetRequiredService<IndexRefresher>().EnsureFreshAsync(values.Corpus, token);
                    await ShowAsync(services, parsed.GetRequiredValue(id), values.Scope, parsed.GetValue(json));
                    return ExitCode.Success;
                }
            );
        });
        return command;
    }

    private static async Task ShowAsync(IServiceProvider services, string id, AccessScope scope, bool json)
    {
        var catalog = services.GetRequiredService<IArticleCatalog>();
        bool isPassage = PassageId.TryParse(id, out PassageId passageId);
        Article article = Find(isPassage ? passageId.Article.Value : id, catalog, scope);
        IReadOnlyList<Passage> passages = catalog.GetPassages(article.Id, scope);
        Passage? passage = isPassage ? Find(passageId, passages) : null;
        if (json)
        {
            TextWriter output = services.GetRequiredService<StandardStreams>().Out;
            await output.WriteLineAsync(
                passage is null
                    ? CorpusJson.Serialize(ArticleDocument.From(article, passages))
                    : CorpusJson.Serialize(PassageDocument.From(article, passage))
            );
            return;
        }

        var renderer = services.GetRequiredService<ArticleRenderer>();
        if (passage is null)
        {
            renderer.Render(article);
        }
        else
        {
            renderer.Render(article, passage);
        }
    }

    private static Article Find(string id, IArticleCatalog catalog, AccessScope scope)
    {
        if (ArticleId.IsValid(id) && catalog.Find(new ArticleId(id), scope) is { } article)
        {
            return article;
        }

        IReadOnlyList<string> nearest = SimilarIds.Find(id, catalog.List(scope).Select(a => a.Id.Value));
        throw new UsageException(
            nearest.Count > 0
                ? $"There is no article '{id}': did you mean {string.Join(", ", nearest)}?"
                : $"There is no article '{id}': `summitbot sources` lists the ids."
        );
    }

    private static Passage Find(PassageId id, IReadOnlyList<Passage> passages) =>
        passages.FirstOrDefault(p => p.Id == id)
        ?? throw new UsageException(
            passages.Count == 0
                ? $"There is no passage '{id}': the article has none."
                : $"There is no passage '{id}': the article has {passages[0].Id} to {passages[^1].Id}."
        );
}
