using System.Globalization;
using System.Runtime.CompilerServices;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Models;
using SummitBot.Models.Chat;

namespace SummitBot.Models.Diagnosis;

/// <summary>Whether each model of the settings is reached, exists, and answers as the gate wants it.</summary>
internal sealed class ModelSelfCheck(ModelConnections models, ModelLister lister, ModelTrial trial, ModelRecord record)
    : ISelfCheck
{
    private const int MaxNamed = 5;

    public string Subject => "model";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ModelChoice> choices = models.Options.ListChoices();
        if (choices.Count == 0)
        {
            yield return Ok(
                $"No model is set, so answers are quoted sentences; {ModelOptions.Section}:Provider sets one."
            );
            yield break;
        }

        if (PromptProblem() is { } problem)
        {
            yield return Error(problem);
            yield break;
        }

        for (int i = 0; i < choices.Count; i++)
        {
            ModelChoice choice = choices[i];
            string section = i == 0 ? ModelOptions.Section : $"{ModelOptions.Section}:Fallbacks:{i - 1}";
            if (SendsKeyInTheOpen(choice))
            {
                yield return new Finding(
                    Subject,
                    FindingLevel.Warning,
                    $"{choice}: the key and the articles travel unencrypted; use an https address in {section}:Endpoint."
                );
            }

            ModelListing listing = await lister.ListAsync(choice, cancellationToken);
            if (ReachProblem(choice, listing, section) is { } unreached)
            {
                yield return Error(unreached);
            }
            else if (depth == SelfCheckDepth.Full)
            {
                yield return await TryAsync(i, listing, section, cancellationToken);
            }
            else
            {
                yield return CreateFinding(choice, listing, section);
            }
        }
    }

    private string? PromptProblem()
    {
        try
        {
            _ = models.Prompts;
            return null;
        }
        catch (ModelUnavailableException e)
        {
            return e.Message;
        }
    }

    private static bool SendsKeyInTheOpen(ModelChoice choice)
    {
        Uri endpoint = ModelServices.GetEndpoint(choice);
        return endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && choice.ApiKey.Length > 0;
    }

    private static string? ReachProblem(ModelChoice choice, ModelListing listing, string section) =>
        listing.Reach switch
        {
            ServerReachability.Unreachable when choice.Provider == ModelProvider.Ollama =>
                $"{choice} cannot be reached ({listing.Detail}): start Ollama with `ollama serve`, or correct {section}:Endpoint.",
            ServerReachability.Unreachable =>
                $"{choice} cannot be reached ({listing.Detail}): check {section}:Endpoint and that the server runs.",
            // Azure wants a token where there is no key; the test answer sends one.
            ServerReachability.Refused when choice is { Provider: ModelProvider.AzureOpenAI, ApiKey.Length: 0 } => null,
            ServerReachability.Refused =>
                $"{choice} refuses the key: set a valid one in the environment as {section.Replace(":", "__", StringComparison.Ordinal)}__ApiKey.",
            _ => null,
        };

    /// <summary>Without a question to the model: what the server lists, and how the last answers went.</summary>
    private Finding CreateFinding(ModelChoice choice, ModelListing listing, string section)
    {
        if (MissingProblem(choice, listing, section) is { } missing)
        {
            return Error(missing);
        }

        return record.GetLast(choice) switch
        {
            { Error: { } error } failed => new Finding(
                Subject,
                FindingLevel.Warning,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{choice} gave no answer last time, at {failed.At:HH:mm} UTC ({error}): the log says why and how to mend it."
                )
            ),
            { } answered => Ok(
                string.Create(CultureInfo.InvariantCulture, $"{choice} answered last at {answered.At:HH:mm} UTC.")
            ),
            _ => Ok($"{choice} is reached; nobody has asked it yet."),
        };
    }

    private async Task<Finding> TryAsync(
        int number,
        ModelListing listing,
        string section,
        CancellationToken cancellationToken
    )
    {
        ModelConnection model = models.All[number];
        try
        {
            TrialResult result = await trial.RunAsync(model, cancellationToken);
            string took = string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Choice} answered in {result.Elapsed.TotalSeconds:0.0} s"
            );
            return result.IsSupported
                ? Ok($"{took}, and what it wrote matches its source.")
                : new Finding(
                    Subject,
                    FindingLevel.Warning,
                    $"{took}, but not in the words of its source ({result.Conclusion}): its answers will often give way to quotations; a larger model does better."
                );
        }
        catch (ModelUnavailableException e)
        {
            bool isUnknown = e.Error is ModelError.UnknownModel or ModelError.Refused;
            return Error((isUnknown ? MissingProblem(model.Choice, listing, section) : null) ?? e.Message);
        }
    }

    private static string? MissingProblem(ModelChoice choice, ModelListing listing, string section)
    {
        // Azure lists models, not the deployments by which they are asked.
        if (choice.Provider == ModelProvider.AzureOpenAI || listing.Names is not { } names || Has(names, choice.Name))
        {
            return null;
        }

        string[] nearest =
        [
            .. names.OrderByDescending(n => n.Contains(choice.Name, StringComparison.OrdinalIgnoreCase)).Take(MaxNamed),
        ];
        string has = nearest.Length == 0 ? "it has none" : $"it has {string.Join(", ", nearest)}";
        string fetch = choice.Provider == ModelProvider.Ollama ? $"run `ollama pull {choice.Name}`, or " : "";
        return $"{choice}: the server has no such model ({has}): {fetch}correct {section}:Name.";
    }

    /// <summary>Ollama leaves out the tag <c>latest</c> when it is asked.</summary>
    private static bool Has(IReadOnlyList<string> names, string name) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || names.Contains($"{name}:latest", StringComparer.OrdinalIgnoreCase);

    private Finding Ok(string text) => new(Subject, FindingLevel.Ok, text);

    private Finding Error(string text) => new(Subject, FindingLevel.Error, text);
}
