namespace SummitBot.Evaluation.Fitting;

/// <summary>How often the first sentence contains the gold answer.</summary>
/// <param name="Shipped">Share of the questions, with the shipped weights.</param>
/// <param name="Fitted">Share of the questions, with weights fitted without the question's articles.</param>
public sealed record FitCheck(string DataSet, int Questions, double Shipped, double Fitted);
