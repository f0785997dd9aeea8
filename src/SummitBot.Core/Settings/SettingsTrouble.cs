using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SummitBot.Core.Settings;

/// <summary>Tells settings that an operator must mend from programming errors.</summary>
public static class SettingsTrouble
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
            InvalidOperationException unbindable when IsFromBinder(unbindable) =>
            [
                $"{unbindable.Message} Correct the value or remove it.",
            ],
            _ => [],
        };

    private static IReadOnlyList<string> ExplainAll(AggregateException several)
    {
        IReadOnlyList<string>[] sentences = [.. several.InnerExceptions.Select(Explain)];
        return Array.Exists(sentences, s => s.Count == 0) ? [] : [.. sentences.SelectMany(s => s)];
    }

    /// <summary>The binder throws an exception of a general type: the assembly that threw tells it apart.</summary>
    private static bool IsFromBinder(InvalidOperationException exception) =>
        exception.TargetSite?.DeclaringType?.Assembly == typeof(ConfigurationBinder).Assembly;
}
