using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>Messages to send.</summary>
public static class MessageFactory
{
    public static Activity Text(string? text, string? ssml = null, string? inputHint = InputHints.AcceptingInput) =>
        new(ActivityTypes.Message)
        {
            Text = text,
            Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml,
            InputHint = inputHint ?? InputHints.AcceptingInput,
        };

    /// <summary>Buttons that send their own title.</summary>
    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions,
        string? text = null,
        string? ssml = null,
        string? inputHint = null,
        IList<string>? toList = null
    ) =>
        SuggestedActions(
            actions.Select(a => new CardAction
            {
                Type = ActionTypes.ImBack,
                Title = a,
                Value = a,
            }),
            text,
            ssml,
            inputHint,
            toList
        );

    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions,
        string? text = null,
        string? ssml = null,
        string? inputHint = null,
        IList<string>? toList = null
    )
    {
        Activity message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions { To = toList, Actions = [.. cardActions] };
        return message;
    }

    public static IMessageActivity Attachment(
        Attachment attachment,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => Attachment([attachment], text, ssml, inputHint);

    public static IMessageActivity Attachment(
        IEnumerable<Attachment> attachments,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => WithAttachments(AttachmentLayoutTypes.List, attachments, text, ssml, inputHint);

    public static IMessageActivity Carousel(
        IEnumerable<Attachment> attachments,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => WithAttachments(AttachmentLayoutTypes.Carousel, attachments, text, ssml, inputHint);

    private static Activity WithAttachments(
        string layout,
        IEnumerable<Attachment> attachments,
        string? text,
        string? ssml,
        string? inputHint
    )
    {
        Activity message = Text(text, ssml, inputHint);
        message.AttachmentLayout = layout;
        message.Attachments = [.. attachments];
        return message;
    }
}
