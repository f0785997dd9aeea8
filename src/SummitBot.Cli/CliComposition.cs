using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Answering;
using SummitBot.Cli.Asking;
using SummitBot.Cli.Chatting;
using SummitBot.Cli.Commands;
using SummitBot.Cli.Corpus;
using SummitBot.Cli.Diagnosis;
using SummitBot.Cli.Feedback;
using SummitBot.Core;
using SummitBot.Core.Corpus;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Models;
using SummitBot.Core.Settings;
using SummitBot.Hosting;
using SummitBot.Indexing;
using SummitBot.Ingestion;
using SummitBot.Models;
using SummitBot.Storage;
using SummitBot.Terminal;

namespace SummitBot.Cli;

/// <summary>
/// Puts the program together. There is no generic host: a command line needs no hosted services, and a question should
/// not wait for one to start.
/// </summary>
public static class CliComposition
{
    /// <summary>Everything a command needs, its settings validated.</summary>
    /// <exception cref="UsageException">The settings cannot be read.</exception>
    /// <exception cref="OptionsValidationException">The settings can be read, but are not valid.</exception>
    public static ServiceProvider Create(CommonFlagValues flags, StandardStreams streams, Interrupts interrupts)
    {
        ArgumentNullException.ThrowIfNull(flags);
        IConfiguration configuration = ReadSettings(flags.Index, flags.Model);
        if (flags.Index is null && CorpusIndexPath.Find(flags.Corpus, configuration) is { } own)
        {
            configuration = ReadSettings(own, flags.Model);
        }

        configuration = WithSkipped(configuration, flags.Skip);
        CheckModel(flags, configuration);
        var services = new ServiceCollection();
        services.AddSummitBotHosting(configuration);
        services.AddSummitBotCore(configuration);
        services.AddSummitBotIngestion();
        services.AddSummitBotIndexing();
        services.AddSummitBotAnswering();
        services.AddSummitBotModels();
        services.AddSummitBotStorage(configuration);
        services.AddSingleton(configuration);
        services.AddSingleton(flags);
        services.AddSingleton<ISelfCheck, HostSelfCheck>();
        services.AddSingleton(streams);
        services.AddSingleton(interrupts);
        services.AddSingleton<ExplanationRenderer>();
        services.AddSingleton<AnswerRenderer>();
        services.AddSingleton<AnswerStream>();
        services.AddSingleton<QuoteContexts>();
        services.AddSingleton<QuestionFileAnswerer>();
        services.AddSingleton<QuestionFileRun>();
        services.AddSingleton<IndexingDisplay>();
        services.AddSingleton<CorpusChoice>();
        services.AddSingleton<IndexRefresher>();
        services.AddSingleton<ArticleRenderer>();
        services.AddSingleton<FeedbackRenderer>();
        services.AddSingleton<ChatSession>();
        services.AddSingleton<ChatLoop>();
        services.AddLogging(logging => AddLogs(logging, configuration, flags.Verbose));

        ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (InvalidOperationException e)
        {
            provider.Dispose();
            string error = SettingsErrors.Explain(e) is { Count: > 0 } sentences
                ? string.Join(Environment.NewLine, sentences)
                : $"{e.Message.TrimEnd('.')}: correct it in appsettings.json or in the environment.";
            throw new UsageException(error, e);
        }

        return provider;
    }

    /// <summary>What is wrong with the settings, each as a sentence that says how to mend it; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(CommonFlagValues flags, StandardStreams streams)
    {
        try
        {
            using var interrupts = new Interrupts();
            using ServiceProvider services = Create(flags, streams, interrupts);
            return [];
        }
        catch (UsageException e)
        {
            return [e.Message];
        }
        catch (Exception e) when (SettingsErrors.Explain(e) is { Count: > 0 } problems)
        {
            return problems;
        }
    }

    /// <exception cref="UsageException">A model is named, but no provider is set.</exception>
    private static void CheckModel(CommonFlagValues flags, IConfiguration configuration)
    {
        bool isNamed = flags.Model is { } model && !model.Equals("none", StringComparison.OrdinalIgnoreCase);
        string provider = configuration[$"{ModelOptions.Section}:{nameof(ModelOptions.Provider)}"] ?? "none";
        if (isNamed && provider.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(
                "--model names a model, but no provider is set: set SummitBot:Model:Provider, for example SummitBot__Model__Provider=ollama."
            );
        }
    }

    /// <summary>appsettings.json beside the program, then user secrets, then the environment, then the flags; the last one wins.</summary>
    /// <param name="indexPath">The folder of the index from the command line; null when none was named.</param>
    /// <param name="model">The model from the command line, or <c>none</c>; null when none was named.</param>
    /// <exception cref="UsageException">The settings file is no JSON.</exception>
    public static IConfigurationRoot ReadSettings(string? indexPath = null, string? model = null)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
                .AddUserSecrets(typeof(CliComposition).Assembly, optional: true)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(FlagSettings(indexPath, model))
                .Build();
        }
        catch (InvalidDataException e)
        {
            string reason = e.InnerException?.Message.TrimEnd('.') ?? "it is no JSON object";
            throw new UsageException(
                $"{Path.Combine(AppContext.BaseDirectory, "appsettings.json")} cannot be read ({reason}): correct the file.",
                e
            );
        }
    }

    /// <summary>
    /// The corpus is not among them: configuration merges lists by position, so that one folder on the command line would
    /// replace only the first of two in the settings. <see cref="CorpusChoice"/> decides on it.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string?>> FlagSettings(string? indexPath, string? model)
    {
        if (indexPath is not null)
        {
            yield return new($"{IndexOptions.Section}:{nameof(IndexOptions.Path)}", Path.GetFullPath(indexPath));
        }

        if (string.Equals(model, nameof(ModelProvider.None), StringComparison.OrdinalIgnoreCase))
        {
            yield return new($"{ModelOptions.Section}:{nameof(ModelOptions.Provider)}", model);
        }
        else if (model is not null)
        {
            yield return new($"{ModelOptions.Section}:{nameof(ModelOptions.Name)}", model);
        }
    }

    /// <summary>What the flags leave out is left out beside what the settings do.</summary>
    private static IConfiguration WithSkipped(IConfiguration configuration, IReadOnlyList<string> skipped)
    {
        string section = $"{CorpusOptions.Section}:{nameof(CorpusOptions.Skip)}";
        int count = configuration.GetSection(section).GetChildren().Count();
        return skipped.Count == 0
            ? configuration
            : new ConfigurationBuilder()
                .AddConfiguration(configuration)
                .AddInMemoryCollection(
                    skipped.Select((pattern, i) => KeyValuePair.Create($"{section}:{count + i}", (string?)pattern))
                )
                .Build();
    }

    private static void AddLogs(ILoggingBuilder logging, IConfiguration configuration, bool verbose)
    {
        if (!verbose)
        {
            return;
        }

        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(o => o.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o =>
            o.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }
}
