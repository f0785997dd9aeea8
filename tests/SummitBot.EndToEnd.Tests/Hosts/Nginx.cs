using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using SummitBot.EndToEnd.Tests.Browser;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>The real nginx with the configuration that the project ships, its addresses and certificate changed.</summary>
internal sealed partial class Nginx : IDisposable
{
    private static readonly string[] Programs = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

    /// <summary>Why there is no nginx here; null when there is.</summary>
    public static readonly string? Obstacle = FindProgram() is null
        ? "nginx is not installed here (Debian: apt-get install nginx)."
        : null;

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Take();
    private readonly int _localPort = FreePort.Take();
    private Process? _process;

    /// <param name="hosts">Ports of the hosts on this machine.</param>
    public Nginx(params IReadOnlyList<int> hosts)
    {
        Assert.SkipWhen(Obstacle is not null, Obstacle ?? "");
        WriteCertificate();
        string shipped = File.ReadAllText(Repository.GetPath("deploy/nginx/summitbot.conf"));
        string servers = string.Concat(
            hosts.Select(h =>
                string.Create(CultureInfo.InvariantCulture, $"    server 127.0.0.1:{h} max_fails=1 fail_timeout=2s;\n")
            )
        );
        string site = Servers()
            .Replace(shipped, servers, 1)
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{_port} ssl", StringComparison.Ordinal)
            .Replace("/etc/ssl/summitbot", _folder.FullPath, StringComparison.Ordinal);
        File.WriteAllText(_folder["site.conf"], site);
        File.WriteAllText(_folder["nginx.conf"], Main());
    }

    public Uri Address => new($"https://127.0.0.1:{_port}/");

    /// <summary>An address that passes requests on without saying that there is a proxy, as a program on this machine comes.</summary>
    public Uri LocalAddress => new($"http://127.0.0.1:{_localPort}/");

    /// <summary>A client that trusts the certificate.</summary>
    public HttpClient CreateClient(Uri? address = null)
    {
        var trusted = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        trusted.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(_folder["fullchain.pem"]));
        var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trusted } };
        return new HttpClient(handler) { BaseAddress = address ?? Address, Timeout = TimeSpan.FromSeconds(20) };
    }

    public void Start()
    {
        _process?.Dispose();
        string[] arguments = ["-p", _folder.FullPath, "-c", _folder["nginx.conf"], "-e", _folder["error.log"]];
        _process = Process.Start(new ProcessStartInfo(FindProgram()!, arguments))!;
    }

    /// <summary>What <c>nginx -t</c> says to the configuration.</summary>
    public async Task<string> TestAsync()
    {
        string[] arguments = ["-t", "-p", _folder.FullPath, "-c", _folder["nginx.conf"], "-e", _folder["error.log"]];
        using Process test = Process.Start(
            new ProcessStartInfo(FindProgram()!, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        return await test.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As <c>kill -9</c> of nginx and its worker.</summary>
    public void Kill()
    {
        _process!.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _process?.Dispose();
        _folder.Dispose();
    }

    private string Main()
    {
        string user = Environment.IsPrivilegedProcess ? "user root;" : "";
        return $$"""
            daemon off;
            {{user}}
            worker_processes 1;
            pid {{_folder.FullPath}}/nginx.pid;
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{_folder.FullPath}}/body;
                proxy_temp_path {{_folder.FullPath}}/proxy;
                fastcgi_temp_path {{_folder.FullPath}}/fastcgi;
                uwsgi_temp_path {{_folder.FullPath}}/uwsgi;
                scgi_temp_path {{_folder.FullPath}}/scgi;
                include {{_folder.FullPath}}/site.conf;
                server {
                    listen 127.0.0.1:{{_localPort}};
                    location / {
                        proxy_pass http://summitbot;
                        proxy_set_header Host 127.0.0.1;
                        proxy_connect_timeout 2s;
                        proxy_next_upstream error timeout non_idempotent;
                    }
                }
            }
            """;
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch.AddYears(50),
            DateTimeOffset.UnixEpoch.AddYears(100)
        );
        File.WriteAllText(_folder["fullchain.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(_folder["privkey.pem"], key.ExportPkcs8PrivateKeyPem(), Encoding.ASCII);
    }

    private static string? FindProgram() => Array.Find(Programs, File.Exists);

    [GeneratedRegex(@"(    server 10\.0\.0\.1\d:\d+ [^\n]*\n)+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Servers();
}
