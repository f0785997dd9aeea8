namespace SummitBot.Cli.Evaluation;

/// <summary>The options of <c>summitbot eval</c>.</summary>
/// <param name="Paths">Folders or files of data sets, at least one.</param>
/// <param name="JsonPath">Where to write the report as JSON; null to write none.</param>
/// <param name="HtmlPath">Where to write the report as a page; null to write none.</param>
/// <param name="BaselinePath">An earlier JSON report to compare with; null for none.</param>
/// <param name="FailBelow">Limits like <c>squad2-dev.contains=0.86</c>.</param>
/// <param name="Limit">Only the first so many questions of each data set; null for all.</param>
/// <param name="Corpus">The articles that a data set without its own is about; null or empty for those of the settings.</param>
/// <param name="Verbose">List every question that did not go as it should, and every change.</param>
/// <param name="Ablate">Measure again without each of <see cref="Ablation.All"/>.</param>
/// <param name="CalibrationPath">Where to write the table of thresholds and error rates; null to write none.</param>
/// <param name="Fit">Fit the weights that sentences are chosen by.</param>
public sealed record EvalOptions(
    IReadOnlyList<string> Paths,
    string? JsonPath = null,
    string? HtmlPath = null,
    string? BaselinePath = null,
    IReadOnlyList<string>? FailBelow = null,
    int? Limit = null,
    IReadOnlyList<string>? Corpus = null,
    bool Verbose = false,
    bool Ablate = false,
    string? CalibrationPath = null,
    bool Fit = false
);
