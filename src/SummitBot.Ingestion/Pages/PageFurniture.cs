using AngleSharp.Dom;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// Removes what surrounds the article of a page: menus, cookie notices, share buttons, advertisements, links to other
/// articles, comments. An element with most of the page's prose stays, whatever its name.
/// </summary>
internal sealed class PageFurniture
{
    /// <summary>An element with at least this share of the page's prose is the article, or contains it.</summary>
    private const double MaxOfProse = 0.4;

    /// <summary>With this much prose, in characters, an element is neither a label nor a menu.</summary>
    private const int SomeProse = 200;

    private const double AlmostAllProse = 0.75;

    /// <summary>A link or mark next to this many characters of text is part of a paragraph.</summary>
    private const int MinTextLength = 20;

    private const double MostlyLinks = 0.6;
    private const int MinLinks = 3;
    private const int MaxHeadingLength = 60;

    private readonly IElement _body;
    private readonly PageText _text;
    private readonly CancellationToken _cancellationToken;

    private PageFurniture(IElement body, CancellationToken cancellationToken)
    {
        _body = body;
        _cancellationToken = cancellationToken;
        _text = new PageText(body, cancellationToken);
    }

    /// <summary>Removes the furniture below an element from the page.</summary>
    public static void Remove(IElement body, CancellationToken cancellationToken)
    {
        new PageFurniture(body, cancellationToken).RemoveMarked();

        // Measured again: without menus and comments, the article's share of the page is larger.
        var rest = new PageFurniture(body, cancellationToken);
        rest.RemoveSections();
        rest.RemoveLinkLists();
    }

    private double ShareOfProse(IElement element)
    {
        int all = _text.Measure(_body).Prose;
        return all == 0 ? 0 : (double)_text.Measure(element).Prose / all;
    }

    private void RemoveMarked()
    {
        var marked = new List<IElement>();
        var open = new Stack<IElement>(_body.Children.Reverse());
        while (open.TryPop(out IElement? element))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (IsFurnitureElement(element))
            {
                element.Remove();
            }
            else if (IsNamedFurniture(element))
            {
                marked.Add(element);
            }
            else
            {
                foreach (IElement child in element.Children.Reverse())
                {
                    open.Push(child);
                }
            }
        }

        // If all paragraphs of an article have a class such as "teaser-text", names are not informative.
        int rest =
            new PageText(_body, _cancellationToken).Measure(_body).Prose - marked.Sum(e => _text.Measure(e).Prose);
        foreach (IElement element in marked)
        {
            if (rest >= SomeProse || _text.Measure(element).Prose < SomeProse || PageElements.HoldsComments(element))
            {
                element.Remove();
            }
        }
    }

    private bool IsFurnitureElement(IElement element)
    {
        if (element.LocalName is "nav" or "aside" or "dialog" or "menu")
        {
            return true;
        }

        if (IsKept(element))
        {
            return false;
        }

        bool isOutside = element.Closest("article, main, [role=main], [role=article]") is null;
        return (element.LocalName is "footer" && element.Closest("blockquote") is null)
            || (element.LocalName is "header" && isOutside)
            || PageElements.HasFurnitureRole(element);
    }

    private bool IsNamedFurniture(IElement element)
    {
        if (IsKept(element) || IsInText(element))
        {
            return false;
        }

        return PageElements.GetHint(element) switch
        {
            FurnitureHint.Strong => true,
            FurnitureHint.Light => _text.Measure(element).Prose < SomeProse
                && !IsHeading(element)
                && element.QuerySelector("h1, h2, h3, article, main") is null,
            _ => false,
        };
    }

    /// <summary>
    /// True for an element that is or contains the article: most of the prose, or the page's heading.
    /// </summary>
    private bool IsKept(IElement element) =>
        element.LocalName is "main" or "h1"
        || ShareOfProse(element) > AlmostAllProse
        || (ShareOfProse(element) > MaxOfProse && HoldsArticle(element))
        || (PageElements.IsMarkedBody(element) && _text.Measure(element).Prose > 0);

    private static bool HoldsArticle(IElement element) =>
        element.LocalName == "article"
        || element.QuerySelector("article, main, h1, [itemprop=articleBody]") is not null;

    /// <summary>True for a word or a link inside a paragraph.</summary>
    private static bool IsInText(IElement element) =>
        PageElements.IsInline(element.LocalName)
        && element.Parent?.ChildNodes.OfType<IText>().Any(t => t.Data.AsSpan().Trim().Length >= MinTextLength) == true;

    private static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>Removes headings such as "Related articles" together with their sections.</summary>
    private void RemoveSections()
    {
        foreach (IElement heading in _body.QuerySelectorAll("h2, h3, h4, h5, h6, strong, b, p, div, span").ToList())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (
                !IsFurniture(heading, _body)
                || heading.ChildElementCount > 2
                || _text.Measure(heading).Characters > MaxHeadingLength
            )
            {
                continue;
            }

            if (FurniturePhrases.All.OpensSection(CleanText.Line(heading.TextContent)))
            {
                RemoveSection(heading);
            }
        }
    }

    private void RemoveSection(IElement heading)
    {
        // The box around a heading and its links is removed as a whole.
        IElement box = heading;
        while (
            box.ParentElement is { } parent
            && parent != _body
            && !IsKept(parent)
            && ShareOfProse(parent) < MaxOfProse / 2
            && IsFirstText(heading, parent)
        )
        {
            box = parent;
        }

        if (box == heading && IsHeading(heading))
        {
            RemoveBelow(heading);
        }

        box.Remove();
    }

    /// <summary>Removes what follows a heading up to the next one, if it consists of links and short lines.</summary>
    private void RemoveBelow(IElement heading)
    {
        while (
            heading.NextElementSibling is { } next
            && !IsHeading(next)
            && !IsKept(next)
            && (_text.Measure(next).Prose == 0 || _text.Measure(next).LinkShare > MostlyLinks / 2)
        )
        {
            next.Remove();
        }
    }

    /// <summary>True when the box has no text before the heading.</summary>
    private static bool IsFirstText(IElement heading, IElement box)
    {
        for (INode? node = heading; node is not null && node != box; node = node.Parent)
        {
            for (INode? before = node.PreviousSibling; before is not null; before = before.PreviousSibling)
            {
                if (!string.IsNullOrWhiteSpace(before.TextContent))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Removes lists and boxes of links, except a list that a paragraph of the article introduces.</summary>
    private void RemoveLinkLists()
    {
        var open = new Stack<IElement>(_body.Children.Reverse());
        while (open.TryPop(out IElement? element))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            TextAmount amount = _text.Measure(element);
            if (IsLinkList(element, amount))
            {
                element.Remove();
                continue;
            }

            foreach (IElement child in element.Children.Reverse())
            {
                open.Push(child);
            }
        }
    }

    private bool IsLinkList(IElement element, TextAmount amount)
    {
        if (amount.Characters == 0 || IsKept(element) || amount.LinkShare < MostlyLinks)
        {
            return false;
        }

        bool isBox = element.LocalName is "ul" or "ol" or "dl" or "div" or "section" or "table" or "p";
        bool isList = isBox && amount.Items >= MinLinks && amount.Prose == 0;
        bool isWholeLink =
            element.LocalName is "p" or "div" or "li"
            && amount.LinkShare > 0.95
            && amount.Items >= 1
            && !IsAnnounced(element);
        return (isList && !IsAnnounced(element))
            || (isWholeLink && element.LocalName != "li" && !HoldsHeading(element));
    }

    private static bool HoldsHeading(IElement element) => element.QuerySelector("h1, h2, h3") is not null;

    private static bool IsAnnounced(IElement element)
    {
        IElement list = element.LocalName == "li" ? element.ParentElement ?? element : element;
        ReadOnlySpan<char> before = (list.PreviousElementSibling?.TextContent ?? "").AsSpan().TrimEnd();
        return before.Length > 0 && before[^1] is ':' or '：';
    }

    private static bool IsFurniture(IElement element, IElement root)
    {
        for (IElement? e = element; e is not null; e = e.ParentElement)
        {
            if (e == root)
            {
                return true;
            }
        }

        return false;
    }
}
