using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SummitBot.Core.Settings;

/// <summary>
/// Checks options by their annotations; a failure's message is the annotation's sentence, which is written for
/// operators.
/// </summary>
internal sealed class AnnotationValidation<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(
            options,
            new ValidationContext(options),
            problems,
            validateAllProperties: true
        )
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                problems.Select(p => p.ErrorMessage ?? $"{typeof(TOptions).Name} is not valid.")
            );
    }
}
