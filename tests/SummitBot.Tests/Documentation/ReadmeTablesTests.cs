using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using SummitBot.Bot;
using SummitBot.Cli;
using SummitBot.Cli.Terminal;
using SummitBot.Core;
using SummitBot.Core.Corpus;
using SummitBot.DirectLine;
using SummitBot.Web;

namespace SummitBot.Tests.Documentation;

/// <summary>The tables of README.md against the code: they name what there is, all of it.</summary>
public sealed class ReadmeTablesTests
{
    /// <summary>Names of choices are read in any case, and some are commonly written with a small letter first.</summary>
    [Fact]
    public void Settings_AreThoseOfTheOptionsClasses_WithTheirDefaults() =>
        Assert.Equal(SettingsOfCode(), SettingsShown(), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Settings_AreThoseOfTheSettingsFile()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("appsettings.json")));

        Assert.Equal(Flat("SummitBot", file.RootElement.GetProperty("SummitBot")).Order(), SettingsShown());
    }

    [Fact]
    public void ExitCodes_AreThoseOfTheCommandLine() =>
        Assert.Equal(
            typeof(ExitCode).GetFields().Select(f => (int)f.GetRawConstantValue()!).Order(),
            Readme.Table("exit code").Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))
        );

    [Fact]
    public void Commands_AreThoseOfTheCommandLine()
    {
        using var streams = new StandardStreams(TextReader.Null, TextWriter.Null, TextWriter.Null);
        using var interrupts = new Interrupts();

        Assert.Equal(
            new CliProgram(streams, interrupts).CreateRoot().Subcommands.Select(c => c.Name).Order(),
            Readme.Table("command").Select(row => row[0].Split(' ')[1]).Distinct().Order()
        );
    }

    private static IEnumerable<string> SettingsShown() =>
        Readme.Table("setting").Select(row => $"{row[0]} = {row[1]}").Order();

    /// <summary>Every class of settings says its section in a constant.</summary>
    private static IEnumerable<string> SettingsOfCode() =>
        new[]
        {
            typeof(SummitBotOptions).Assembly,
            typeof(BotOptions).Assembly,
            typeof(DirectLineOptions).Assembly,
            typeof(WebOptions).Assembly,
        }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.GetField("Section") is { IsLiteral: true })
            .SelectMany(type =>
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.CanWrite)
                    .Select(p =>
                        $"{type.GetField("Section")!.GetRawConstantValue()}:{p.Name} = {DefaultOf(p, Activator.CreateInstance(type)!)}"
                    )
            )
            .Order();

    private static string DefaultOf(PropertyInfo property, object options) =>
        property.GetValue(options) switch
        {
            null or "" => "empty",
            string text => text,
            IEnumerable when property.Name == nameof(CorpusOptions.Paths) => JsonSerializer.Serialize(
                CorpusOptions.DefaultPaths
            ),
            IEnumerable list => JsonSerializer.Serialize(list),
            Enum value => value.ToString(),
            bool value => value ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static IEnumerable<string> Flat(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().SelectMany(p => Flat($"{name}:{p.Name}", p.Value))
            : [$"{name} = {(value.ToString() is { Length: > 0 } text ? AsJson(value, text) : "empty")}"];

    private static string AsJson(JsonElement value, string text) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : text;
}
