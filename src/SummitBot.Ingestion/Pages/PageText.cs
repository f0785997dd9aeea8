using AngleSharp.Dom;

namespace SummitBot.Ingestion.Pages;

/// <summary>Measures the text of every element of a page once, from the leaves up.</summary>
internal sealed class PageText
{
    /// <summary>Characters; a shorter paragraph may be a label or a teaser.</summary>
    private const int MinProseLength = 45;

    private const string SentenceEnds = ".!?…。！？؟۔।\"”»')";

    private readonly Dictionary<INode, TextAmount> _amounts = [];

    public PageText(IElement root, CancellationToken cancellationToken)
    {
        // Parents come before their children in this order, so its reverse counts children first.
        var order = new List<IElement> { root };
        for (int i = 0; i < order.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            order.AddRange(order[i].Children);
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            _amounts[order[i]] = Count(order[i]);
        }
    }

    /// <summary>The text of an element when it was measured.</summary>
    public TextAmount Measure(IElement element) => _amounts.GetValueOrDefault(element);

    /// <summary>True for an element that is a paragraph: it contains no other block of text.</summary>
    public static bool IsParagraph(IElement element) =>
        element.LocalName is "p" or "li" or "dd" or "blockquote" or "td" or "div" or "section" or "pre" or "span";

    private TextAmount Count(IElement element)
    {
        int own = 0;
        bool endsSentence = false;
        var sum = default(TextAmount);
        int inlineCharacters = 0;
        int inlineLinked = 0;
        foreach (INode child in element.ChildNodes)
        {
            if (child is IText text)
            {
                ReadOnlySpan<char> trimmed = text.Data.AsSpan().Trim();
                own += trimmed.Length;
                endsSentence =
                    trimmed.Length > 0 ? SentenceEnds.Contains(trimmed[^1], StringComparison.Ordinal) : endsSentence;
            }
            else if (child is IElement inner && _amounts.TryGetValue(inner, out TextAmount amount))
            {
                sum += amount;
                if (PageElements.IsInline(inner.LocalName))
                {
                    inlineCharacters += amount.Characters;
                    inlineLinked += amount.Linked;
                    endsSentence = amount.Characters > 0 ? EndsSentence(inner) : endsSentence;
                }
            }
        }

        bool isLink = element.LocalName == "a";
        int characters = own + sum.Characters;
        int paragraph = own + inlineCharacters;
        bool isProse =
            IsParagraph(element)
            && sum.Prose == 0
            && endsSentence
            && paragraph >= MinProseLength
            && 2 * inlineLinked < paragraph;
        return new TextAmount(
            characters,
            isLink ? characters : sum.Linked,
            isLink ? 0
                : isProse ? paragraph - inlineLinked
                : sum.Prose,
            sum.Items + (isLink || element.LocalName == "li" ? 1 : 0)
        );
    }

    private static bool EndsSentence(IElement element)
    {
        ReadOnlySpan<char> text = element.TextContent.AsSpan().TrimEnd();
        return text.Length > 0 && SentenceEnds.Contains(text[^1], StringComparison.Ordinal);
    }
}
