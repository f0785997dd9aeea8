using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Models;

/// <summary>Settings section <c>SummitBot:Model</c>: the language model that words answers, and what it may cost.</summary>
public sealed class ModelOptions : IValidatableObject
{
    public const string Section = "SummitBot:Model";

    /// <summary>Who runs the model; <c>none</c> answers by quoted sentences.</summary>
    public ModelProvider Provider { get; set; }

    /// <summary>The model; with <c>azureOpenAI</c> the deployment.</summary>
    public string Name { get; set; } = "";

    /// <summary>Base address; empty takes the provider's own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Key, from the environment or user secrets; empty with <c>azureOpenAI</c> uses Entra ID.</summary>
    /// <remarks>Kept out of every log and message.</remarks>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Models to try in this order when one gives no answer, each with <c>Provider</c>, <c>Name</c>, <c>Endpoint</c>
    /// and <c>ApiKey</c>.
    /// </summary>
    public IList<ModelChoice> Fallbacks { get; set; } = [];

    /// <summary>Temperature; empty for models that accept none.</summary>
    [Range(0.0, 2.0, ErrorMessage = "SummitBot:Model:Temperature must lie between 0 and 2, or be empty.")]
    public double? Temperature { get; set; } = 0;

    /// <summary>Most tokens of prompt and passages together.</summary>
    [Range(500, 1_000_000, ErrorMessage = "SummitBot:Model:MaxInputTokens must lie between 500 and 1000000.")]
    public int MaxInputTokens { get; set; } = 6_000;

    /// <summary>Most tokens of an answer.</summary>
    [Range(20, 100_000, ErrorMessage = "SummitBot:Model:MaxOutputTokens must lie between 20 and 100000.")]
    public int MaxOutputTokens { get; set; } = 600;

    /// <summary>Seconds to wait for the first words, and later for the next ones.</summary>
    [Range(0.1, 600, ErrorMessage = "SummitBot:Model:FirstTokenSeconds must lie between 0.1 and 600.")]
    public double FirstTokenSeconds { get; set; } = 8;

    /// <summary>Seconds for the whole answer, retries and fallbacks included.</summary>
    [Range(0.1, 3_600, ErrorMessage = "SummitBot:Model:AnswerSeconds must lie between 0.1 and 3600.")]
    public double AnswerSeconds { get; set; } = 20;

    /// <summary>Retries of a request after a transient failure.</summary>
    [Range(0, 10, ErrorMessage = "SummitBot:Model:Retries must lie between 0 and 10.")]
    public int Retries { get; set; } = 2;

    /// <summary>Earlier turns sent to rewrite a follow-up as a question of its own; 0 sends none.</summary>
    [Range(0, 100, ErrorMessage = "SummitBot:Model:HistoryTurns must lie between 0 and 100.")]
    public int HistoryTurns { get; set; } = 6;

    /// <summary>File with another prompt for answers; empty takes the built-in one.</summary>
    [SettingsPath]
    public string PromptFile { get; set; } = "";

    /// <summary>Price of a million tokens of input in any currency, for the cost estimate; 0 when unknown.</summary>
    [Range(0, 1_000_000, ErrorMessage = "SummitBot:Model:InputPrice must lie between 0 and 1000000.")]
    public decimal InputPrice { get; set; }

    /// <summary>Price of a million tokens of output in the same currency.</summary>
    [Range(0, 1_000_000, ErrorMessage = "SummitBot:Model:OutputPrice must lie between 0 and 1000000.")]
    public decimal OutputPrice { get; set; }

    /// <summary>
    /// Most requests to models in one conversation and day (UTC); 0 sets no limit, here and in the budgets below.
    /// </summary>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Model:ConversationRequests must not be negative.")]
    public int ConversationRequests { get; set; }

    /// <summary>Most tokens in one conversation and day.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Model:ConversationTokens must not be negative.")]
    public int ConversationTokens { get; set; }

    /// <summary>
    /// Most requests of one person and day. A person is an account in Teams; on web pages the user named by a server
    /// with the Direct Line secret, else an address, as at <c>/api/ask</c>.
    /// </summary>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Model:UserRequests must not be negative.")]
    public int UserRequests { get; set; }

    /// <summary>Most tokens of one person and day.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Model:UserTokens must not be negative.")]
    public int UserTokens { get; set; }

    /// <summary>Most requests of all people in one day.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Model:DayRequests must not be negative.")]
    public int DayRequests { get; set; }

    /// <summary>Most tokens of all people in one day.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Model:DayTokens must not be negative.")]
    public int DayTokens { get; set; }

    /// <summary>Most money for one day, by the prices above.</summary>
    [Range(0, 1_000_000, ErrorMessage = "SummitBot:Model:DayCost must lie between 0 and 1000000.")]
    public decimal DayCost { get; set; }

    /// <summary>The models in the order to be tried; empty when none is set.</summary>
    public IReadOnlyList<ModelChoice> ListChoices() =>
        Provider == ModelProvider.None ? [] : [First, .. Fallbacks.Where(f => f.Provider != ModelProvider.None)];

    private ModelChoice First =>
        new()
        {
            Provider = Provider,
            Name = Name,
            Endpoint = Endpoint,
            ApiKey = ApiKey,
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IEnumerable<string> problems = First.Problems(Section);
        for (int i = 0; i < Fallbacks.Count; i++)
        {
            problems = problems.Concat(Fallbacks[i].Problems($"{Section}:Fallbacks:{i}"));
        }

        if (DayCost > 0 && InputPrice == 0 && OutputPrice == 0)
        {
            problems = problems.Append(
                "SummitBot:Model:DayCost limits money, but no price is set: set SummitBot:Model:InputPrice and OutputPrice."
            );
        }

        if (PromptFile.Length > 0 && !File.Exists(PromptFile))
        {
            problems = problems.Append(
                $"SummitBot:Model:PromptFile '{PromptFile}' does not exist: correct the path, or leave it empty."
            );
        }

        return problems.Select(p => new ValidationResult(p));
    }
}
