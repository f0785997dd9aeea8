using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SummitBot.Bot.Settings;
using SummitBot.Core.Corpus;
using SummitBot.DirectLine.Settings;
using SummitBot.Hosting;
using SummitBot.Web.Hosting;

namespace SummitBot.Tests.Documentation;

/// <summary>
/// Composes docs/settings.md: a section for every options class, a row for every setting. The texts are the summaries
/// in the code; defaults and ranges come from the code.
/// </summary>
internal static partial class SettingsPage
{
    private const string Introduction = """
        # Settings

        Settings stand in section `SummitBot` of `appsettings.json`. Environment variables
        (`SummitBot__Answering__MaxSentences=3`) override the file, and flags of the command line override both. Values out of
        range and unknown keys are reported at start, with a sentence that says how to correct them. Relative paths start at the
        folder of the file, wherever the program is started; those of flags start at the current folder.

        [quality.md](quality.md#choosing-the-share-of-wrong-answers) explains `MinConfidence` and `MaxErrorRate`,
        [models.md](models.md) the settings of a language model, [semantic-search.md](semantic-search.md) those of embeddings,
        [teams.md](teams.md) those of the bot.

        This page is generated from the options classes in the code;
        [contributing.md](contributing.md#a-setting) says how to regenerate it.
        """;

    /// <summary>In the order of <c>appsettings.json</c>.</summary>
    private static readonly string[] Sections =
    [
        "SummitBot",
        "SummitBot:Corpus",
        "SummitBot:Index",
        "SummitBot:Answering",
        "SummitBot:Model",
        "SummitBot:Embedding",
        "SummitBot:Storage",
        "SummitBot:DirectLine",
        "SummitBot:Web",
        "SummitBot:Access",
        "SummitBot:Articles",
        "SummitBot:Telemetry",
        "SummitBot:Admin",
        "SummitBot:Bot",
    ];

    /// <summary>The whole page. Sections without a fixed position come last, so that none is left out.</summary>
    public static string Compose()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append('\n');
        IEnumerable<Type> ordered = FindOptionsClasses()
            .OrderBy(type => Array.IndexOf(Sections, NameSection(type)) is int at and >= 0 ? at : int.MaxValue)
            .ThenBy(NameSection, StringComparer.Ordinal);
        foreach (Type type in ordered)
        {
            XElement summaries = LoadDocumentation(type.Assembly);
            page.Append(CultureInfo.InvariantCulture, $"\n## {NameSection(type)}\n\n")
                .Append(DescribeSection(Summarize(summaries, $"T:{type.FullName}")))
                .Append("\n\n| setting | default | values | meaning |\n| --- | --- | --- | --- |\n");
            object defaults = Activator.CreateInstance(type)!;
            foreach (PropertyInfo property in ListSettings(type))
            {
                string meaning = Summarize(summaries, $"P:{type.FullName}.{property.Name}");
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{NameSection(type)}:{property.Name}` | {DescribeDefault(property, defaults)} | {DescribeValues(property)} | {meaning} |\n"
                );
            }
        }

        return page.ToString();
    }

    /// <summary>Every options class names its section in a constant.</summary>
    private static IEnumerable<Type> FindOptionsClasses() =>
        new[]
        {
            typeof(SummitBotOptions).Assembly,
            typeof(CorpusOptions).Assembly,
            typeof(BotOptions).Assembly,
            typeof(DirectLineOptions).Assembly,
            typeof(WebOptions).Assembly,
        }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.GetField("Section") is { IsLiteral: true });

    private static string NameSection(Type type) => (string)type.GetField("Section")!.GetRawConstantValue()!;

    private static IEnumerable<PropertyInfo> ListSettings(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .OrderBy(p => p.MetadataToken);

    private static string DescribeDefault(PropertyInfo property, object options) =>
        property.GetValue(options) switch
        {
            null or "" => "empty",
            string text => $"`{text}`",
            IEnumerable when property.Name == nameof(CorpusOptions.Paths) =>
                $"`{JsonSerializer.Serialize(CorpusOptions.DefaultPaths)}`",
            IDictionary map => $"`{JsonSerializer.Serialize(map)}`",
            IEnumerable list => $"`{JsonSerializer.Serialize(list)}`",
            Enum value => $"`{WriteChoice(value)}`",
            bool value => value ? "`true`" : "`false`",
            var value => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
        };

    private static string DescribeValues(PropertyInfo property) =>
        property switch
        {
            { PropertyType.IsEnum: true } => string.Join(
                ", ",
                Enum.GetValues(property.PropertyType).Cast<Enum>().Select(value => $"`{WriteChoice(value)}`")
            ),
            _ when property.PropertyType == typeof(bool) => "`true`, `false`",
            _ when property.GetCustomAttribute<RangeAttribute>() is { } range => DescribeRange(
                range,
                property.PropertyType
            ),
            _ => "",
        };

    private static string DescribeRange(RangeAttribute range, Type type) =>
        range.Maximum is int.MaxValue && type == typeof(int)
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} or more")
            : string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}");

    /// <summary>
    /// Choices are read ignoring case. Azure writes the types of a bot with a capital letter; our own names are written
    /// without.
    /// </summary>
    private static string WriteChoice(Enum value) =>
        value is BotAppType ? value.ToString() : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static XElement LoadDocumentation(Assembly assembly) =>
        XDocument
            .Load(
                Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"),
                LoadOptions.PreserveWhitespace
            )
            .Root!.Element("members")!;

    /// <summary>The summary in Markdown. A setting or class without one fails the calling test.</summary>
    private static string Summarize(XElement members, string name)
    {
        XElement? summary = members
            .Elements("member")
            .FirstOrDefault(m => (string?)m.Attribute("name") == name)
            ?.Element("summary");
        Assert.True(summary is not null, $"{name} has no summary, which docs/settings.md needs.");
        return WhiteSpace().Replace(string.Concat(summary.Nodes().Select(WriteMarkdown)), " ").Trim();
    }

    private static string WriteMarkdown(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.', ':')[^1]}`",
            XElement element => $"`{element.Value}`",
            _ => "",
        };

    /// <summary>"Settings section `SummitBot:Web`: limits of a request." is "Limits of a request."</summary>
    private static string DescribeSection(string summary)
    {
        string description = summary[(summary.IndexOf("`: ", StringComparison.Ordinal) + 3)..];
        return char.ToUpperInvariant(description[0]) + description[1..];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex WhiteSpace();
}
