using System.Globalization;
using Spectre.Console;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Terminal;

namespace SummitBot.Cli.Asking;

/// <summary>Writes for people how an answer came about: what was asked, found, chosen and decided.</summary>
public sealed class ExplanationRenderer(StandardStreams streams)
{
    private const int MaxFeatures = 4;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public void Render(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        WriteHeading("How this came about");
        Line($"Question: {explanation.ResolvedQuestion} (language {explanation.Language})");
        if (explanation.ContextTerms.Count > 0)
        {
            Line($"From earlier turns: {string.Join(", ", explanation.ContextTerms.Select(FormatTerm))}");
        }

        if (explanation.Trace is { } asked)
        {
            Line($"Asks for: {asked.AnswerType}");
            Line($"Words: {string.Join(", ", asked.Terms.Select(FormatTerm))}");
        }

        WriteHeading("Passages");
        Table(
            ["score", "passage", "published", "title"],
            explanation.Passages.Select(p =>
                (string[])
                    [
                        FormatNumber(p.Score),
                        p.PassageId,
                        p.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "",
                        p.Title,
                    ]
            )
        );
        if (explanation.Trace is { } trace)
        {
            RenderTrace(trace);
        }

        if (explanation.Model is { } model)
        {
            RenderModel(model);
        }

        WriteHeading("Decision");
        Line($"Confidence {FormatNumber(explanation.Confidence)}, threshold {FormatNumber(explanation.Threshold)}.");
        Line(explanation.Decision);
    }

    private void RenderTrace(AnswerTrace trace)
    {
        WriteHeading("Sentences");
        Table(
            ["score", "sentence", "largest contributions"],
            trace.Sentences.Select(s =>
                (string[])[FormatNumber(s.Score), $"{s.PassageId}: {s.Text}", Largest(s.Features)]
            )
        );
        if (trace.Lead.Count > 0)
        {
            Line(
                $"The first leads the second by {string.Join(", ", trace.Lead.Take(MaxFeatures).Select(l => $"{l.Feature} {Signed(l.Difference)}"))}."
            );
        }

        WriteHeading("Confidence");
        Table(
            ["feature", "value", "weight", "contribution"],
            trace.ConfidenceParts.Select(f =>
                (string[])[f.Name, FormatNumber(f.Value), FormatNumber(f.Weight), Signed(f.Contribution)]
            )
        );
    }

    private void RenderModel(ModelTrace model)
    {
        WriteHeading("Model");
        Line($"{model.Model}: {model.Conclusion}.");
        if (model.Usage is { } usage)
        {
            string cost = usage.Cost is { } money
                ? $", cost {money.ToString("0.######", CultureInfo.InvariantCulture)}"
                : "";
            Line(
                $"Requests: {usage.Requests}, tokens in: {usage.InputTokens}, tokens out: {usage.OutputTokens}{cost}."
            );
        }

        Table(
            ["gate", "objections", "drafted"],
            model.Sentences.Select(s =>
                (string[])[s.Action, string.Join(", ", s.Objections), $"{s.PassageId}: {s.Draft}"]
            )
        );
    }

    private static string Largest(IReadOnlyList<FeatureTrace> features) =>
        string.Join(
            ", ",
            features
                .Where(f => f.Contribution != 0)
                .OrderByDescending(f => Math.Abs(f.Contribution))
                .Take(MaxFeatures)
                .Select(f => $"{f.Name} {Signed(f.Contribution)}")
        );

    private static string FormatTerm(TermTrace term)
    {
        string alternatives = term.Alternatives.Count == 0 ? "" : $" (or {string.Join("; ", term.Alternatives)})";
        return $"{term.Word} {FormatNumber(term.Weight)}{alternatives}";
    }

    private static string FormatNumber(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);

    private void WriteHeading(string text)
    {
        streams.OutConsole.WriteLine();
        streams.OutConsole.Write(new Paragraph(text, Bold));
        streams.OutConsole.WriteLine();
    }

    private void Line(string text)
    {
        streams.OutConsole.Write(new Paragraph(TerminalText.Clean(text)));
        streams.OutConsole.WriteLine();
    }

    /// <summary>On a terminal a table; else columns parted by tabs, which programs can read.</summary>
    private void Table(string[] columns, IEnumerable<string[]> rows)
    {
        if (!streams.IsOutputTerminal)
        {
            foreach (string[] row in rows.Prepend(columns))
            {
                streams.Out.WriteLine(string.Join('\t', row.Select(TerminalText.Clean)));
            }

            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row.Select(cell => new Text(TerminalText.Clean(cell))));
        }

        streams.OutConsole.Write(table);
    }
}
