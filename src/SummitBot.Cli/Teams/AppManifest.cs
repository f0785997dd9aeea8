using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitBot.Cli.Teams;

/// <summary>The manifest of a Teams app (Microsoft 365 app manifest, schema version 1.30).</summary>
public static class AppManifest
{
    public const string SchemaVersion = "1.30";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    /// <summary>
    /// The commands that Teams suggests in the message box; the bot accepts them with and without a slash.
    /// </summary>
    private static readonly (string Title, string Description)[] Commands =
    [
        ("help", "What I can do"),
        ("sources", "The sources of my last answer"),
        ("article", "Summarizes an article: article and its title"),
        ("reset", "Starts over: I ignore everything said so far"),
    ];

    /// <summary>The same description always gives the same text.</summary>
    public static string Write(AppDescription app)
    {
        ArgumentNullException.ThrowIfNull(app);
        string address = app.Url.AbsoluteUri;
        var manifest = new JsonObject
        {
            ["$schema"] =
                $"https://developer.microsoft.com/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = SchemaVersion,
            ["version"] = app.Version,
            ["id"] = app.AppId,
            ["developer"] = new JsonObject
            {
                ["name"] = app.Developer,
                ["websiteUrl"] = address,
                ["privacyUrl"] = address,
                ["termsOfUseUrl"] = address,
            },
            ["name"] = new JsonObject { ["short"] = app.Name, ["full"] = $"{app.Name}: answers from articles" },
            ["description"] = new JsonObject
            {
                ["short"] = "Answers questions from articles, with a citation for every sentence.",
                ["full"] =
                    "Ask a question about the articles that this bot has read. Every sentence of an answer carries a "
                    + "citation that was checked against the article's text; when the articles do not say it, the bot says so.",
            },
            ["icons"] = new JsonObject { ["color"] = AppPackage.ColorIcon, ["outline"] = AppPackage.OutlineIcon },
            ["accentColor"] = "#1B3A6B",
            ["bots"] = new JsonArray(
                new JsonObject
                {
                    ["botId"] = app.AppId,
                    ["scopes"] = ScopeList(),
                    ["supportsFiles"] = false,
                    ["isNotificationOnly"] = false,
                    ["commandLists"] = new JsonArray(
                        new JsonObject { ["scopes"] = ScopeList(), ["commands"] = CommandList() }
                    ),
                }
            ),
            ["defaultInstallScope"] = "personal",
            ["validDomains"] = new JsonArray(app.Url.IdnHost),
        };
        return manifest.ToJsonString(Indented) + "\n";
    }

    private static JsonArray ScopeList() => [.. Scopes.Select(s => JsonValue.Create(s))];

    private static JsonArray CommandList() =>
        [.. Commands.Select(c => new JsonObject { ["title"] = c.Title, ["description"] = c.Description })];
}
