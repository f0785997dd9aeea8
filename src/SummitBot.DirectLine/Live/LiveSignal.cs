namespace SummitBot.DirectLine.Live;

/// <summary>Something a listener is to know.</summary>
/// <param name="Transient">An activity that is shown and not kept, such as typing; null says that the log has grown.</param>
/// <param name="After">The number of the last kept activity when it was shown: whoever is further has no use for it.</param>
internal readonly record struct LiveSignal(string? Transient, long After);
