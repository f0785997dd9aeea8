using System.Globalization;
using SummitBot.Core.Corpus;

namespace SummitBot.Cli.Corpus;

/// <summary>What a run of the indexer did, in words.</summary>
public static class IndexingReportText
{
    public const string NoArticles =
        "The corpus holds no article: put documents into it, or name another one with --corpus.";

    /// <summary>Counts and seconds, one line.</summary>
    public static string Summary(IndexingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Indexed {Counted(report.Articles, "article")}: {report.Added} added, {report.Replaced} replaced, {report.Removed} removed, {report.Unchanged} unchanged; {Counted(report.PassagesWritten, "passage")} written in {report.Elapsed.TotalSeconds:0.0} s."
        );
    }

    /// <summary>What a dry run found, one line.</summary>
    public static string DryRun(IndexingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Nothing was changed. The index would hold {Counted(report.Articles, "article")}: {report.Added} added, {report.Replaced} replaced, {report.Removed} removed, {report.Unchanged} unchanged."
        );
    }

    /// <summary>Why the old index was thrown away; null when it was not.</summary>
    public static string? Rebuilt(IndexingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.RebuiltBecause switch
        {
            null => null,
            IndexError.OtherLayout => "The index was of another version of the program and was made anew.",
            IndexError.Corrupt => "The index was damaged and was made anew.",
            _ => "The index could not be read and was made anew.",
        };
    }

    /// <summary>What became of the vectors, a sentence a line; empty when there was nothing to do.</summary>
    public static IReadOnlyList<string> Vectors(IndexingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Vectors is not { } vectors)
        {
            return [];
        }

        var lines = new List<string>(vectors.Notes);
        if (vectors.Embedded > 0)
        {
            lines.Add($"Embedded {Counted(vectors.Embedded, "sentence")}.");
        }

        if (vectors.Error is { } error)
        {
            lines.Add(
                vectors.Missing > 0
                    ? $"{Counted(vectors.Missing, "sentence")} still without a vector, found by words alone until the next run: {error}"
                    : $"Searching by words alone: {error}"
            );
        }

        return lines;
    }

    /// <summary>"2 files could not be read".</summary>
    public static string FailureCount(IndexingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{Counted(report.Failures.Count, "file")} could not be read";
    }

    /// <summary>"2 files were left out".</summary>
    public static string LeftOutCount(IndexingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.LeftOut.Count == 1
            ? "1 file was left out"
            : $"{Counted(report.LeftOut.Count, "file")} were left out";
    }

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
