using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SummitBot.TeamsSimulator;

/// <summary>What Teams expects of one message by itself.</summary>
public static partial class MessageRules
{
    public const string MessageEntity = "https://schema.org/Message";

    private const string Card = "application/vnd.microsoft.card.adaptive";

    private static readonly Version NewestCard = new(1, 5);

    /// <summary>The size in which Teams counts; null when it takes it.</summary>
    public static RuleViolation? TooBig(string json) =>
        Encoding.Unicode.GetByteCount(json) is var size && size > TeamsLimits.MessageBytes
            ? new RuleViolation("size", $"An activity of {size} bytes in UTF-16; {TeamsLimits.MessageBytes} are safe.")
            : null;

    /// <param name="isPersonal">False in groups and channels.</param>
    public static IEnumerable<RuleViolation> Check(JsonObject activity, bool isPersonal)
    {
        string text = Json.Text(activity, "text") ?? "";
        bool hasAttachments = Json.List(activity, "attachments").Any();
        if (string.IsNullOrWhiteSpace(text) && !hasAttachments)
        {
            yield return new RuleViolation("empty", "A message without text and attachments.");
        }

        if (Unrendered().IsMatch(text))
        {
            yield return new RuleViolation(
                "markdown",
                "A heading, a table, a picture or a link definition in a text; Teams does not render these."
            );
        }

        foreach (
            RuleViolation violation in Citations(activity, text)
                .Concat(Suggestions(activity, isPersonal, hasAttachments))
        )
        {
            yield return violation;
        }

        foreach (JsonNode? card in Json.List(activity, "attachments").Where(a => Json.Text(a, "contentType") == Card))
        {
            JsonNode? content = Json.Child(card, "content");
            bool isCard =
                Json.Text(content, "type") == "AdaptiveCard"
                && Version.TryParse(Json.Text(content, "version"), out Version? version)
                && version <= NewestCard;
            if (!isCard)
            {
                yield return new RuleViolation(
                    "card",
                    $"An Adaptive Card without type, or of a version above {NewestCard}."
                );
            }
        }

        if (
            Json.Child(Json.Child(activity, "channelData"), "feedbackLoop") is { } loop
            && Json.Text(loop, "type") is not ("default" or "custom")
        )
        {
            yield return new RuleViolation(
                "feedback",
                "The type of channelData.feedbackLoop is neither default nor custom."
            );
        }
    }

    private static IEnumerable<RuleViolation> Citations(JsonObject activity, string text)
    {
        JsonNode?[] roots = [.. Json.Entities(activity, MessageEntity)];
        if (roots.Length > 1)
        {
            yield return new RuleViolation("citations", $"{roots.Length} entities {MessageEntity}; Teams takes one.");
        }

        JsonNode? root = roots.FirstOrDefault();
        JsonNode?[] labels = [.. Json.List(root, "additionalType")];
        if (labels.Length > 0 && !(labels is [JsonValue only] && only.ToString() == "AIGeneratedContent"))
        {
            yield return new RuleViolation(
                "label",
                "additionalType is not just AIGeneratedContent: the label is not shown."
            );
        }

        JsonNode?[] claims = [.. Json.List(root, "citation")];
        if (claims.Length > TeamsLimits.Citations)
        {
            yield return new RuleViolation(
                "citations",
                $"{claims.Length} citations; Teams takes {TeamsLimits.Citations}."
            );
        }

        int[] marks =
        [
            .. Marks()
                .Matches(text)
                .Select(m => int.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
                .Distinct(),
        ];
        int[] positions = [.. claims.Select(c => Json.Number(c, "position") ?? 0)];
        foreach (int position in positions.Except(marks))
        {
            yield return new RuleViolation(
                "citations",
                $"The citation at position {position} has no [{position}] in the text."
            );
        }

        foreach (int mark in marks.Except(positions))
        {
            yield return new RuleViolation("citations", $"[{mark}] in the text has no citation at position {mark}.");
        }

        if (positions.Distinct().Count() != positions.Length)
        {
            yield return new RuleViolation("citations", "Two citations have the same position.");
        }

        foreach (RuleViolation violation in claims.SelectMany(Appearance))
        {
            yield return violation;
        }
    }

    private static IEnumerable<RuleViolation> Appearance(JsonNode? claim)
    {
        JsonNode? shown = Json.Child(claim, "appearance");
        string name = Json.Text(shown, "name") ?? "";
        if (name.Length is 0 or > TeamsLimits.CitationName)
        {
            yield return new RuleViolation(
                "citations",
                $"The name of a citation has {name.Length} characters, not 1 to 80."
            );
        }

        if ((Json.Text(shown, "abstract") ?? "").Length > TeamsLimits.CitationAbstract)
        {
            yield return new RuleViolation("citations", "The abstract of a citation has more than 160 characters.");
        }

        if (Json.Text(shown, "url") is { } url && !IsWebAddress(url))
        {
            yield return new RuleViolation("citations", "The url of a citation is no absolute http or https address.");
        }

        string[] keywords = [.. Json.List(shown, "keywords").Select(k => k?.ToString() ?? "")];
        if (keywords.Length > TeamsLimits.Keywords || keywords.Any(k => k.Length > TeamsLimits.Keyword))
        {
            yield return new RuleViolation(
                "citations",
                "A citation has more than 3 keywords, or one of more than 28 characters."
            );
        }
    }

    private static IEnumerable<RuleViolation> Suggestions(JsonObject activity, bool isPersonal, bool hasAttachments)
    {
        JsonNode?[] actions = [.. Json.List(Json.Child(activity, "suggestedActions"), "actions")];
        if (actions.Length == 0)
        {
            yield break;
        }

        if (!isPersonal || hasAttachments)
        {
            yield return new RuleViolation(
                "suggestions",
                "Suggested actions in a group or channel, or beside attachments; Teams does not show them."
            );
        }

        if (actions.Length > TeamsLimits.SuggestedActions)
        {
            yield return new RuleViolation("suggestions", $"{actions.Length} suggested actions; Teams shows six.");
        }

        if (actions.Any(a => Json.Text(a, "type") != "imBack" || string.IsNullOrEmpty(Json.Text(a, "title"))))
        {
            yield return new RuleViolation("suggestions", "A suggested action is no imBack, or has no title.");
        }
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"(?<!\\)\[(?<number>[0-9]{1,3})\](?!\()", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"^(\#{1,6} |\|.*\|\s*$|\[[^\]]+\]: )|!\[[^\]]*\]\(",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unrendered();
}
