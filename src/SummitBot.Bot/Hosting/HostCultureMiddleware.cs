using System.Globalization;
using Microsoft.Bot.Builder;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Restores the host's culture for a turn. The SDK's adapter sets the culture of the activity's locale, which would
/// change how the answering code formats dates and compares letter case.
/// </summary>
internal sealed class HostCultureMiddleware : IMiddleware
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        CultureInfo.CurrentCulture = _culture;
        return next(cancellationToken);
    }
}
