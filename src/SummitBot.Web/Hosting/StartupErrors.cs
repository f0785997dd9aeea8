using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SummitBot.Core.Settings;

namespace SummitBot.Web.Hosting;

/// <summary>Tells what an operator must mend before the host can start from programming errors.</summary>
public static class StartupErrors
{
    /// <summary>The process's exit code when the host could not start for a reason that is explained.</summary>
    public const int ExitCode = 2;

    /// <summary>Sentences for standard error; empty when the exception is none that an operator can mend.</summary>
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
            // What Kestrel throws for an address that is none.
            FormatException malformed =>
            [
                $"{malformed.Message.TrimEnd('.')}: write the address like http://localhost:3979.",
            ],
            ArgumentOutOfRangeException { ParamName: "port" } =>
            [
                "The port of an address must lie between 0 and 65535: write the address like http://localhost:3979.",
            ],
            // An https address without a certificate: the further lines are about development machines.
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
