using System.ComponentModel.DataAnnotations;

namespace SummitBot.Web.Admin;

/// <summary>Settings section <c>SummitBot:Admin</c>: who may see what people ask.</summary>
public sealed class AdminOptions
{
    public const string Section = "SummitBot:Admin";

    /// <summary>
    /// The key that opens <c>/admin</c>, as the password of any user or as a bearer token. Empty: nobody may, except from the
    /// machine itself in environment Development.
    /// </summary>
    [RegularExpression(
        @"^(\S{16,})?$",
        MatchTimeoutInMilliseconds = 1_000,
        ErrorMessage = "SummitBot:Admin:Key is too easy to guess: give it at least 16 characters without spaces, or leave it empty to switch /admin off."
    )]
    public string Key { get; set; } = "";
}
