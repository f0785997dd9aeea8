using System.Text.Json;

namespace SummitBot.Tests.Documentation;

/// <summary>docs/settings.md is what the options classes say, and names the settings of the settings file.</summary>
public sealed class SettingsPageTests
{
    /// <summary>Set to 1, it has the page written instead of compared.</summary>
    private const string WriteVariable = "SUMMITBOT_WRITE_DOCS";

    [Fact]
    public void ThePage_IsGeneratedFromTheOptionsClasses()
    {
        string page = SettingsPage.Compose();
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllText(Repository.GetPath("docs", "settings.md"), page);
        }

        // When this fails: docs/contributing.md, "A setting", says how to write the page anew.
        Assert.Equal(page, DocumentationPage.InDocs("settings.md").Text);
    }

    [Fact]
    public void Settings_AreThoseOfTheSettingsFile()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.GetPath("appsettings.json")));

        Assert.Equal(
            Flat("SummitBot", file.RootElement.GetProperty("SummitBot")).Order(),
            DocumentationPage.InDocs("settings.md").Table("setting").Select(row => $"{row[0]} = {row[1]}").Order()
        );
    }

    private static IEnumerable<string> Flat(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any()
            ? value.EnumerateObject().SelectMany(p => Flat($"{name}:{p.Name}", p.Value))
            : [$"{name} = {(value.ToString() is { Length: > 0 } text ? AsJson(value, text) : "empty")}"];

    private static string AsJson(JsonElement value, string text) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : text;
}
