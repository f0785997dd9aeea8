using System.Globalization;
using Microsoft.SemanticKernel;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>The prompts, as Semantic Kernel's templates: what is filled in is encoded, so that it cannot become a message.</summary>
internal sealed class Prompts
{
    /// <summary>What a model writes when the passages do not answer.</summary>
    public const string NoAnswer = "NO_ANSWER";

    /// <summary>What a prompt for answers is nothing without.</summary>
    private static readonly string[] Needed = ["{{$passages}}", "{{$question}}"];

    private readonly string _agentic = Embedded("agentic.txt");

    /// <exception cref="ModelUnavailableException">The operator's prompt file cannot be read.</exception>
    public Prompts(ModelOptions options)
    {
        string answer = AnswerTemplate(options.PromptFile);
        Answer = AnswerFunction(answer, options.PromptFile);
        AnswerTokens = ModelTokens.Count(answer);
        Rewrite = KernelFunctionFactory.CreateFromPrompt(Embedded("rewrite.txt"), functionName: "rewrite");
    }

    public KernelFunction Answer { get; }

    /// <summary>Tokens of the prompt for answers before anything is filled in.</summary>
    public int AnswerTokens { get; }

    public KernelFunction Rewrite { get; }

    /// <summary>What a model that may look into the articles is told of it.</summary>
    public string Lookups(int rounds) => string.Format(CultureInfo.InvariantCulture, _agentic, rounds).TrimEnd();

    private static string AnswerTemplate(string file)
    {
        if (file.Length == 0)
        {
            return Embedded("answer.txt");
        }

        string template;
        try
        {
            template = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw BadPrompt(
                file,
                $"cannot be read: correct {ModelOptions.Section}:PromptFile or the file's rights.",
                e
            );
        }

        string[] missing = [.. Needed.Where(name => !template.Contains(name, StringComparison.Ordinal))];
        return missing.Length == 0
            ? template
            : throw BadPrompt(file, $"lacks {string.Join(" and ", missing)}: put it where the text is to stand.");
    }

    private static KernelFunction AnswerFunction(string template, string file)
    {
        try
        {
            return KernelFunctionFactory.CreateFromPrompt(template, functionName: "answer");
        }
        catch (KernelException e)
        {
            throw BadPrompt(file, "is no prompt template of Semantic Kernel: mend what stands in double braces.", e);
        }
    }

    private static ModelUnavailableException BadPrompt(string file, string problem, Exception? inner = null) =>
        new(ModelError.BadPrompt, $"The prompt file {file} {problem}", inner);

    private static string Embedded(string name)
    {
        using Stream stream =
            typeof(Prompts).Assembly.GetManifestResourceStream($"Prompts/{name}")
            ?? throw new InvalidOperationException($"The prompt {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
