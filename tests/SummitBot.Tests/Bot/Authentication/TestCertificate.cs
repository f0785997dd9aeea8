using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SummitBot.Tests.Bot.Authentication;

internal static class TestCertificate
{
    /// <summary>A self-signed certificate with its key.</summary>
    public static string Pem()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset start = DateTimeOffset.UnixEpoch;
        using X509Certificate2 certificate = request.CreateSelfSigned(start, start.AddYears(100));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
