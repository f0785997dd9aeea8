using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SummitBot.Core.Settings;

/// <summary>Tells settings that an operator must mend from programming errors.</summary>
public static partial class SettingsErrors
{
    /// <summary>
    /// The sentences to show when <paramref name="exception"/> came from a bad, unknown or unreadable setting; empty when
    /// it is about anything else.
    /// </summary>
    public static IReadOnlyList<string> Explain(Exception exception) =>
        exception switch
        {
            OptionsValidationException invalid => [.. invalid.Failures],
            AggregateException several => ExplainAll(several),
            // What AddJsonFile throws for a file that does not parse: the innermost message has line and column.
            InvalidDataException { InnerException: FormatException } unreadable =>
            [
                $"{unreadable.Message} {unreadable.GetBaseException().Message}",
            ],
            InvalidOperationException unbindable when IsFromBinder(unbindable) => [Sentence(unbindable)],
            _ => [],
        };

    private static string Sentence(InvalidOperationException unbindable) =>
        Unconverted().Match(unbindable.Message) is { Success: true } bad
            ? $"{bad.Groups["key"].Value} is '{bad.Groups["value"].Value}': write {Wanted(bad.Groups["type"].Value)}, or remove it."
            : $"{unbindable.Message} Correct the value or remove it.";

    private static string Wanted(string type) =>
        type switch
        {
            "System.Int32" or "System.Int64" => "a whole number",
            "System.Double" or "System.Single" or "System.Decimal" => "a number",
            "System.Boolean" => "true or false",
            "System.TimeSpan" => "a time like 00:30:00",
            _ when typeof(SettingsErrors).Assembly.GetType(type) is { IsEnum: true } choice =>
                $"one of {string.Join(", ", Enum.GetNames(choice).Select(JsonNamingPolicy.CamelCase.ConvertName))}",
            _ => "a value of its kind",
        };

    private static IReadOnlyList<string> ExplainAll(AggregateException several)
    {
        IReadOnlyList<string>[] sentences = [.. several.InnerExceptions.Select(Explain)];
        return Array.Exists(sentences, s => s.Count == 0) ? [] : [.. sentences.SelectMany(s => s)];
    }

    /// <summary>The binder throws an exception of a general type: the assembly that threw tells it apart.</summary>
    private static bool IsFromBinder(InvalidOperationException exception) =>
        exception.TargetSite?.DeclaringType?.Assembly == typeof(ConfigurationBinder).Assembly;

    [GeneratedRegex(
        @"value '(?<value>.*)' at '(?<key>.*)' to type '(?<type>.*)'",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unconverted();
}
