namespace SummitBot.Web.Articles.Receiving;

internal enum ReceivedChange
{
    /// <summary>The article was there already, the same.</summary>
    None,
    Added,
    Replaced,
}
