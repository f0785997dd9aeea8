using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SummitBot.Tests.Ingestion.Formats;

namespace SummitBot.Tests.Ingestion;

/// <summary>
/// A file of repeated and nested markup, designed to take a parser much time. The same seed gives the same file. The
/// markup is listed in HostileConstructs.txt.
/// </summary>
/// <param name="Name">File name; its extension determines the format.</param>
/// <param name="Recipe">Its ingredients, to reproduce it.</param>
internal sealed partial record HostileFile(string Name, string Recipe, byte[] Content)
{
    /// <summary>Stands in a construct on both sides of what is repeated.</summary>
    private const char Around = '…';

    /// <summary>Stands for a running number.</summary>
    private const string Number = "№";

    private static readonly Dictionary<string, string[]> Constructs = ReadConstructs();

    public static IReadOnlyCollection<string> Formats => Constructs.Keys;

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="length">Characters, about; packages compress them.</param>
    /// <param name="seed">As many in a row as the format has constructs repeat each of them.</param>
    public static HostileFile Create(string format, int length, int seed)
    {
        // The same file on every run and machine.
        var random = new Random(seed);
        string[] constructs = Constructs[format];
        string first = constructs[seed % constructs.Length];
        (string text, string units) = first.Contains(Around, StringComparison.Ordinal)
            ? CreateFramed(first, length, random)
            : CreateMixed(first, constructs, length, random);
        string recipe = string.Create(
            CultureInfo.InvariantCulture,
            $"{format}, seed {seed}, {length} characters: {units.ReplaceLineEndings("\\n")}"
        );
        return new HostileFile(format == "front matter" ? "a.md" : $"a.{format}", recipe, Package(format, text));
    }

    /// <summary>A construct repeated inside its frame, which one time in four is not closed.</summary>
    private static (string Text, string Units) CreateFramed(string construct, int length, Random random)
    {
        string[] parts = construct.Split(Around);
        string end = parts.Length > 2 && random.Next(4) > 0 ? parts[2] : "";
        return (parts[0] + Repeat([parts[1]], length) + end, construct);
    }

    /// <summary>Up to three constructs in turn, or one after the other; before and after them perhaps others.</summary>
    private static (string Text, string Units) CreateMixed(string first, string[] constructs, int length, Random random)
    {
        string[] units = [.. constructs.Where(c => !c.Contains(Around, StringComparison.Ordinal))];
        string[] chosen = [first, .. random.GetItems(units, random.Next(3))];
        string before = random.Next(3) == 0 ? Repeat(random.GetItems(units, 1), random.Next(400)) : "";
        string after = random.Next(3) == 0 ? random.GetItems(units, 1)[0] : "Some text stands here.";
        string middle =
            random.Next(2) == 0
                ? Repeat(chosen, length)
                : string.Concat(chosen.Select(unit => Repeat([unit], length / chosen.Length)));
        return (before + middle + after, string.Join(' ', chosen));
    }

    /// <summary>The units in turn, up to the length, each with its running number.</summary>
    private static string Repeat(string[] units, int length)
    {
        var text = new StringBuilder(length + 20);
        for (int i = 0; text.Length < length; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            text.Append(units[i % units.Length].Replace(Number, number, StringComparison.Ordinal));
        }

        return text.ToString();
    }

    /// <summary>A file of the format, valid but for the text in it.</summary>
    private static byte[] Package(string format, string text) =>
        format switch
        {
            "docx" => Samples.Word(text),
            "xlsx" => Samples.Workbook($"<worksheet><sheetData>{text}</sheetData></worksheet>"),
            "pptx" => Samples.Presentation(("Title", $"</a:t></a:r></a:p></p:sp>{text}<p:sp><a:p><a:r><a:t>", "")),
            "odt" => Samples.OpenDocument(text),
            "epub" => Samples.Epub(text),
            "pdf" => Samples.PdfPage(text),
            "front matter" => Encoding.UTF8.GetBytes($"---\n{text}\n---\nSome text stands here."),
            _ => Encoding.UTF8.GetBytes(text),
        };

    private static Dictionary<string, string[]> ReadConstructs()
    {
        using Stream stream = typeof(HostileFile).Assembly.GetManifestResourceStream("HostileConstructs.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .GroupBy(parts => parts[0], parts => Unescape(parts[1]), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Line ends, tabs and spaces stand there as their pictures, and invisible characters as U+ and a code.</summary>
    private static string Unescape(string construct) =>
        CodePoint()
            .Replace(
                construct.Replace('␊', '\n').Replace('␉', '\t').Replace('␠', ' '),
                match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString()
            );

    [GeneratedRegex(
        "U\\+(?<code>[0-9A-F]{4})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex CodePoint();
}
