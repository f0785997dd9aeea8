using System.Globalization;
using Microsoft.Bot.Builder;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Gives a turn the culture of the host again. The SDK's adapter sets that of the activity's locale, in which dates and
/// capital letters would mean something else to the code that answers.
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
