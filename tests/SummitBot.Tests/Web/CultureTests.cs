using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.Tests.Web;

/// <summary>The web host on machines set to other cultures.</summary>
public sealed class CultureTests : IAsyncLifetime
{
    private const string Header = "X-Culture-Of-The-Machine";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            services: services => services.AddSingleton<IStartupFilter, MachineCulture>()
        );

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public async Task InAnotherCulture_PagesAndExportsAreTheSame(string culture)
    {
        string[] addresses =
        [
            "/",
            "/articles",
            "/articles/harbour-opens",
            "/readyz",
            "/admin?days=7",
            "/admin/export.csv",
            "/admin/export.json",
        ];
        foreach (string address in addresses)
        {
            Assert.Equal(await GetAsync(address, "en-US"), await GetAsync(address, culture));
        }

        (string? name, _) = await GetAsync("/admin/export.csv", culture);
        Assert.Equal("summitbot-2026-01-01.csv", name);
    }

    private async Task<(string? FileName, string Text)> GetAsync(string address, string culture)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(Header, culture);
        using HttpResponseMessage response = await _host.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        response.EnsureSuccessStatusCode();
        return (
            response.Content.Headers.ContentDisposition?.FileName,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private sealed class MachineCulture : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        CultureInfo.CurrentCulture = new CultureInfo(context.Request.Headers[Header].ToString());
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
