namespace SummitBot.Ingestion.Pages;

/// <summary>How much text an element holds, how much of it in links, and how much of it reads like an article.</summary>
/// <param name="Characters">Without white space at the ends of texts.</param>
/// <param name="Linked">Of these, inside links.</param>
/// <param name="Prose">Of these, in paragraphs of whole sentences outside of links.</param>
/// <param name="Items">List items and links: what a menu consists of.</param>
internal readonly record struct TextAmount(int Characters, int Linked, int Prose, int Items)
{
    public double LinkShare => Characters == 0 ? 0 : (double)Linked / Characters;

    public static TextAmount operator +(TextAmount one, TextAmount other) =>
        new(
            one.Characters + other.Characters,
            one.Linked + other.Linked,
            one.Prose + other.Prose,
            one.Items + other.Items
        );
}
