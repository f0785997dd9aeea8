namespace SummitBot.DirectLine.Live;

/// <summary>A message to a listener.</summary>
/// <param name="Transient">An activity that is shown and not stored, such as typing; null means that the log has
/// grown.</param>
/// <param name="After">The number of the last stored activity when it was shown: listeners that are further ahead
/// ignore it.</param>
internal readonly record struct LiveSignal(string? Transient, long After);
