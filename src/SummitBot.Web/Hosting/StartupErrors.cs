using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SummitBot.Core.Settings;

namespace SummitBot.Web.Hosting;

/// <summary>Distinguishes errors that an operator must fix before the host can start from programming errors.</summary>
public static class StartupErrors
{
    /// <summary>The process's exit code when the host could not start for an explained reason.</summary>
    public const int ExitCode = 2;

    /// <summary>Messages for standard error; empty when an operator cannot fix the error.</summary>
    public static IReadOnlyList<string> Explain(Exception exception) =>
        exception switch
        {
            IOException { InnerException: AddressInUseException } inUse =>
            [
                $"{inUse.Message.TrimEnd('.')}: stop the program that listens there, or choose another address, for example --urls http://localhost:3979.",
            ],
            SocketException refused =>
            [
                $"The host cannot listen on its address ({refused.Message}): choose another one, for example --urls http://localhost:3979.",
            ],
            // Thrown by Kestrel for an invalid address.
            FormatException malformed =>
            [
                $"{malformed.Message.TrimEnd('.')}: write the address like http://localhost:3979.",
            ],
            ArgumentOutOfRangeException { ParamName: "port" } =>
            [
                "The port of an address must lie between 0 and 65535: write the address like http://localhost:3979.",
            ],
            // An https address without a certificate: the other lines of the message are about development machines.
            InvalidOperationException
            {
                TargetSite.DeclaringType.FullName: "Microsoft.AspNetCore.Hosting.ListenOptionsHttpsExtensions"
            } =>
            [
                "There is no certificate for the https address: set Kestrel:Certificates:Default:Path and Password, or use an http address.",
            ],
            _ => SettingsErrors.Explain(exception),
        };
}
