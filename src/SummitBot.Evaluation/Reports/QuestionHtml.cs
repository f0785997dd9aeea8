using System.Globalization;
using System.Text;

namespace SummitBot.Evaluation.Reports;

/// <summary>The questions of a data set, each folded to one line.</summary>
internal static class QuestionHtml
{
    public static void Write(StringBuilder page, DataSetResult set)
    {
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"<section data-set=\"{Html.Escape(set.Name)}\"><h3>{Html.Escape(set.Name)}</h3>"
        );
        foreach (QuestionResult question in set.Questions)
        {
            Write(page, question);
        }

        page.AppendLine("</section>");
    }

    private static void Write(StringBuilder page, QuestionResult question)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"<details class=\"{question.Verdict}\"><summary><b>{Html.Escape(VerdictTexts.Get(question.Verdict))}</b> <span>{question.Confidence:0.00}</span> {Html.Escape(question.Question)}</summary><dl>"
        );
        Row(page, "Id", question.Id);
        Row(page, "Kind", question.Kind);
        Row(page, "Searched by", question.Resolved);
        Row(page, "Words of earlier turns", string.Join(", ", question.ContextWords));
        Row(page, "Outcome", question.Outcome.ToString());
        Row(page, "Drafted answer", question.Answer);
        Row(page, "Gold", string.Join(" | ", question.Gold));
        Row(page, "Gold answer in prose", question.Reference);
        foreach (CitedQuote cited in question.Citations)
        {
            string verbatim = cited.IsVerbatim ? "" : ", NOT verbatim";
            Row(
                page,
                "Cites",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cited.DocId} ({cited.Title}), {cited.Start}..{cited.End}{verbatim}: “{cited.Quote}”"
                )
            );
        }

        Row(page, "Gold documents", string.Join(", ", question.DocIds));
        Row(page, "Ranked documents", string.Join(", ", question.RankedDocs ?? []));
        page.AppendLine("</dl></details>");
    }

    private static void Row(StringBuilder page, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            page.Append("<dt>").Append(name).Append("</dt><dd>").Append(Html.Escape(value)).Append("</dd>");
        }
    }
}
