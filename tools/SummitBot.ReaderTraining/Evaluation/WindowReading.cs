namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>The reader's output for one window.</summary>
/// <param name="Sentences">First the logit of "none answers", then one for each sentence; more may follow.</param>
/// <param name="Starts">A logit for each token.</param>
/// <param name="Ends">A logit for each token.</param>
internal sealed record WindowReading(float[] Sentences, float[] Starts, float[] Ends);
