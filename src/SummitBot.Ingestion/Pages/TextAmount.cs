namespace SummitBot.Ingestion.Pages;

/// <summary>The amount of text in an element: in total, in links, and in prose.</summary>
/// <param name="Characters">Without white space at the ends of texts.</param>
/// <param name="Linked">Of these, inside links.</param>
/// <param name="Prose">Of these, in paragraphs of whole sentences outside links.</param>
/// <param name="Items">List items and links, which menus consist of.</param>
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
