namespace SummitBot.Core.Models;

/// <summary>A model and where it runs: an entry of <c>SummitBot:Model:Fallbacks</c>.</summary>
public sealed class ModelChoice
{
    public ModelProvider Provider { get; set; }

    /// <summary>The model's name; for Azure OpenAI the name of the deployment.</summary>
    public string Name { get; set; } = "";

    /// <summary>Base address; empty uses the provider's own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Never logged and never part of a message.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The address without user name, query and path, for messages.</summary>
    public string EndpointForPeople =>
        Uri.TryCreate(Endpoint, UriKind.Absolute, out Uri? address)
            ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : "the provider's own address";

    /// <summary>The errors in the settings, each as a sentence that says how to fix it and contains no key.</summary>
    /// <param name="section">The path in the settings.</param>
    public IEnumerable<string> Problems(string section)
    {
        if (Provider == ModelProvider.None)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return $"{section}:Name is empty: set the model's name, or with azureOpenAI the deployment's.";
        }

        if (Endpoint.Length > 0 && !IsWebAddress(Endpoint))
        {
            yield return $"{section}:Endpoint is no absolute http or https address without user name: write it like https://models.example.org/v1.";
        }

        if (Endpoint.Length == 0 && (Provider is ModelProvider.AzureOpenAI or ModelProvider.OpenAICompatible))
        {
            yield return $"{section}:Endpoint is empty: set the base address, for example https://models.example.org/v1.";
        }

        if (ApiKey.Length == 0 && Provider == ModelProvider.OpenAI)
        {
            yield return $"{section}:ApiKey is empty: set it in the environment as {section.Replace(":", "__", StringComparison.Ordinal)}__ApiKey, or by `dotnet user-secrets`.";
        }

        if (ApiKey.Any(c => !char.IsAscii(c) || char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            yield return $"{section}:ApiKey holds white space or a character that no key has: copy it again.";
        }
    }

    /// <summary>Provider, model and server, without the key.</summary>
    public override string ToString() => $"{Name} ({Provider}, {EndpointForPeople})";

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme is "http" or "https")
        && address.UserInfo.Length == 0;
}
