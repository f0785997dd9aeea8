namespace SummitBot.Core.Answers.Risk;

/// <summary>A data set that a <see cref="RiskTable"/> was measured on.</summary>
public sealed record RiskDataSet(string Name, int Questions, int Unanswerable);
