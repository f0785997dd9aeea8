namespace SummitBot.Evaluation.Fitting;

/// <summary>How often the first sentence holds the gold answer.</summary>
/// <param name="Shipped">Share of the questions, by the shipped weights.</param>
/// <param name="Fitted">Share of the questions, by weights fitted without the articles of the question.</param>
public sealed record FitCheck(string DataSet, int Questions, double Shipped, double Fitted);
