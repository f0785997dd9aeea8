using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Evaluation.Reports;

/// <summary>
/// The report as one HTML page that needs nothing else. All text of questions and articles is escaped, and the page's
/// policy allows its own script alone, so that an article cannot bring one.
/// </summary>
public static class EvaluationPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    public static string Render(EvaluationReport report)
    {
        var page = new StringBuilder();
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'">
            <title>SummitBot evaluation</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>SummitBot evaluation</h1>

            """
        );
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"<p>Refusing below confidence {report.MinConfidence:0.##}. Sentence-level figures are about the drafted answer, whether or not it was refused.</p>"
        );
        WriteFigures(page, report);
        foreach (DataSetResult set in report.DataSets)
        {
            WriteCharts(page, set);
        }

        WriteFilter(page, report);
        foreach (DataSetResult set in report.DataSets)
        {
            QuestionHtml.Write(page, set);
        }

        page.Append("<script>").Append(Script).AppendLine("</script>").AppendLine("</body>").AppendLine("</html>");
        return page.ToString();
    }

    private static void WriteFigures(StringBuilder page, EvaluationReport report)
    {
        page.AppendLine("<h2>Figures</h2>").Append("<table><thead><tr><th scope=\"col\">Metric</th>");
        foreach (DataSetResult set in report.DataSets)
        {
            page.Append("<th scope=\"col\">").Append(Html.Escape(set.Name)).Append("</th>");
        }

        page.AppendLine("<th scope=\"col\">Meaning</th></tr></thead>");
        foreach (IGrouping<string, Metric> group in MetricCatalog.All.GroupBy(m => m.Group, StringComparer.Ordinal))
        {
            Metric[] measured = [.. group.Where(m => report.DataSets.Any(s => s.Metrics.ContainsKey(m.Name)))];
            if (measured.Length == 0)
            {
                continue;
            }

            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"<tbody><tr><th class=\"group\" colspan=\"{report.DataSets.Count + 2}\" scope=\"rowgroup\">{Html.Escape(group.Key)}</th></tr>"
            );
            foreach (Metric metric in measured)
            {
                WriteRow(page, report, metric);
            }

            page.AppendLine("</tbody>");
        }

        page.AppendLine("</table>");
    }

    private static void WriteRow(StringBuilder page, EvaluationReport report, Metric metric)
    {
        page.Append("<tr><th scope=\"row\">").Append(Html.Escape(metric.Name)).Append("</th>");
        foreach (DataSetResult set in report.DataSets)
        {
            string value = set.Metrics.TryGetValue(metric.Name, out double v) ? metric.Format(v) : "–";
            page.Append("<td>").Append(value).Append("</td>");
        }

        page.Append("<td class=\"meaning\">").Append(Html.Escape(metric.Meaning)).AppendLine("</td></tr>");
    }

    private static void WriteCharts(StringBuilder page, DataSetResult set)
    {
        if (set.Curve.Count == 0)
        {
            return;
        }

        page.AppendLine(CultureInfo.InvariantCulture, $"<h2>{Html.Escape(set.Name)}: refusing</h2>");
        page.AppendLine("<div class=\"charts\"><figure>").Append(RiskCoverageChart.Svg(set.Curve));
        page.AppendLine(
            "<figcaption>Error among what is answered against the share that is answered; dashed: 5 % and 10 % error.</figcaption></figure>"
        );
        page.AppendLine("<figure>").Append(ReliabilityChart.Svg(set.Reliability));
        page.AppendLine(
            "<figcaption>Share of right first sentences against the confidence they were given; dashed: confidence that means what it says. Width shows how many.</figcaption></figure></div>"
        );
    }

    private static void WriteFilter(StringBuilder page, EvaluationReport report)
    {
        page.AppendLine("<h2>Questions</h2>").AppendLine("<form id=\"filter\" hidden>");
        page.Append("<label>Data set <select name=\"set\"><option value=\"\">all</option>");
        foreach (DataSetResult set in report.DataSets)
        {
            page.Append("<option>").Append(Html.Escape(set.Name)).Append("</option>");
        }

        page.Append("</select></label> <label>Went <select name=\"verdict\"><option value=\"\">all</option>");
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<option value=\"{verdict}\">{Html.Escape(VerdictTexts.Get(verdict))}</option>"
            );
        }

        page.AppendLine("</select></label> <label>Holds <input name=\"words\" type=\"search\"></label>");
        page.AppendLine("<output name=\"count\"></output></form>");
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(EvaluationPage).Assembly.GetManifestResourceStream($"Evaluation.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
