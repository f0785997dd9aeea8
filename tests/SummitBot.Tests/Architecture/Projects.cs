using System.Reflection;
using SummitBot.Answering;
using SummitBot.Bot;
using SummitBot.Cli;
using SummitBot.Core;
using SummitBot.DirectLine;
using SummitBot.Evaluation;
using SummitBot.Groundedness;
using SummitBot.Hosting;
using SummitBot.Indexing;
using SummitBot.Ingestion;
using SummitBot.Language;
using SummitBot.Models;
using SummitBot.Storage;
using SummitBot.TeamsSimulator;
using SummitBot.Terminal;
using SummitBot.Web;

namespace SummitBot.Tests.Architecture;

/// <summary>The projects of the product, and which others each may depend on.</summary>
internal static class Projects
{
    private static readonly string[] TheCore = ["Core", "Groundedness", "Language"];

    public static readonly IReadOnlyDictionary<string, Assembly> All = new Dictionary<string, Assembly>(
        StringComparer.Ordinal
    )
    {
        ["Language"] = typeof(LanguageCodes).Assembly,
        ["Groundedness"] = typeof(ClaimChecker).Assembly,
        ["Core"] = typeof(CoreServiceCollectionExtensions).Assembly,
        ["Hosting"] = typeof(HostingServiceCollectionExtensions).Assembly,
        ["Terminal"] = typeof(StandardStreams).Assembly,
        ["Ingestion"] = typeof(IngestionServiceCollectionExtensions).Assembly,
        ["Indexing"] = typeof(IndexingServiceCollectionExtensions).Assembly,
        ["Answering"] = typeof(AnsweringServiceCollectionExtensions).Assembly,
        ["Models"] = typeof(ModelsServiceCollectionExtensions).Assembly,
        ["Storage"] = typeof(StorageServiceCollectionExtensions).Assembly,
        ["Bot"] = typeof(BotFrameworkServiceCollectionExtensions).Assembly,
        ["DirectLine"] = typeof(DirectLineServiceCollectionExtensions).Assembly,
        ["Evaluation"] = typeof(Evaluator).Assembly,
        ["TeamsSimulator"] = typeof(SimulationRun).Assembly,
        ["Web"] = typeof(WebServiceCollectionExtensions).Assembly,
        ["Cli"] = typeof(CliProgram).Assembly,
    };

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["Groundedness"] = ["Language"],
        ["Core"] = ["Groundedness", "Language"],
        ["Hosting"] = TheCore,
        ["Terminal"] = ["Language"],
        ["Ingestion"] = TheCore,
        ["Indexing"] = TheCore,
        ["Answering"] = TheCore,
        ["Models"] = TheCore,
        ["Storage"] = [.. TheCore, "Hosting"],
        ["Bot"] = [.. TheCore, "Hosting"],
        ["DirectLine"] = [.. TheCore, "Hosting", "Bot"],
        ["Evaluation"] = TheCore,
        ["TeamsSimulator"] = ["Terminal"],
        ["Web"] =
        [
            .. TheCore,
            "Hosting",
            "Ingestion",
            "Indexing",
            "Answering",
            "Models",
            "Storage",
            "Bot",
            "DirectLine",
        ],
        ["Cli"] =
        [
            .. TheCore,
            "Hosting",
            "Terminal",
            "Ingestion",
            "Indexing",
            "Answering",
            "Models",
            "Storage",
            "Evaluation",
            "TeamsSimulator",
        ],
    };

    /// <summary>The projects that a project may not depend on.</summary>
    public static IEnumerable<string> ForbiddenTo(string project) =>
        All.Keys.Where(other => other != project && !Known[project].Contains(other, StringComparer.Ordinal));
}
