using System.Globalization;
using SummitBot.Cli.Asking;
using SummitBot.Cli.Commands;
using SummitBot.Cli.Corpus;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Terminal;

namespace SummitBot.Cli.Chatting;

/// <summary>One conversation: the earlier turns, and the handling of the user's lines.</summary>
public sealed class ChatSession(
    AnswerStream stream,
    AnswerRenderer answers,
    ArticleRenderer articles,
    IArticleCatalog catalog,
    CommonFlagValues flags,
    Interrupts interrupts,
    StandardStreams streams
)
{
    private static readonly string[] Help =
    [
        "Type a question; follow-up questions may refer to what was said before.",
        "/sources       the last answer's sources, each quotation among its neighbours",
        "/sources 2     the same for the source with that number",
        "/sources all   all articles",
        "/reset         forget the conversation",
        "/help          this list",
        "/quit          leave (also /exit and Ctrl-D)",
    ];

    private readonly List<ConversationTurn> _turns = [];
    private Answer? _last;

    /// <summary>Earlier questions and answers, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Turns => _turns;

    /// <summary>Does what a line asks for.</summary>
    /// <returns>False when the user wants to leave.</returns>
    public async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        switch (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            case []:
                return true;
            case ["/quit" or "/exit"]:
                return false;
            case ["/help"]:
                await WriteLinesAsync(Help);
                return true;
            case ["/reset"]:
                _turns.Clear();
                _last = null;
                await WriteLinesAsync("The conversation is forgotten.");
                return true;
            case ["/sources"]:
                await ShowSourcesAsync(number: null);
                return true;
            case ["/sources", "all"]:
                articles.Render(catalog.List(flags.Scope));
                return true;
            case ["/sources", var number]:
                await ShowSourcesAsync(number);
                return true;
            case [['/', ..] command, ..]:
                await WriteLinesAsync($"There is no command {TerminalText.Clean(command)}: /help lists the commands.");
                return true;
            default:
                await AskAsync(line.Trim(), cancellationToken);
                return true;
        }
    }

    private async Task AskAsync(string text, CancellationToken cancellationToken)
    {
        var question = new Question(text) { Conversation = [.. _turns], Scope = flags.Scope };
        if (question.Problem is { } problem)
        {
            await WriteLinesAsync(problem);
            return;
        }

        Answer answer;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            using IDisposable listening = interrupts.Listen(() => Cancel(stop));

            // A writer that ignores the token keeps running in the background; the user gets the prompt back at once.
            answer = await Task.Run(() => stream.AskAsync(question, stop.Token), stop.Token).WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await WriteLinesAsync("Stopped.");
            return;
        }

        _turns.Add(new ConversationTurn(Speaker.User, text));
        _turns.Add(AnswerDocument.From(answer).ToTurn());
        answers.RenderText(answer);
        answers.RenderSourceLines(answer);
        _last = answer.Citations.Count > 0 ? answer : _last;
    }

    /// <param name="number">The number of the source to show; null for all sources of the last answer.</param>
    private async Task ShowSourcesAsync(string? number)
    {
        if (_last is not { Citations.Count: > 0 })
        {
            await WriteLinesAsync("There is no answer with sources yet; /sources all lists the articles.");
            return;
        }

        Citation[] shown =
        [
            .. _last.Citations.Where(c =>
                number is null || number.Trim('[', ']') == c.Number.ToString(CultureInfo.InvariantCulture)
            ),
        ];
        if (shown.Length == 0)
        {
            await WriteLinesAsync(
                $"The last answer has the sources 1 to {_last.Citations.Count}: name one of them, or type /sources all for the articles."
            );
            return;
        }

        answers.RenderSources(_last with { Citations = shown });
    }

    private static bool Cancel(CancellationTokenSource stop)
    {
        stop.Cancel();
        return true;
    }

    private async Task WriteLinesAsync(params string[] lines)
    {
        foreach (string line in lines)
        {
            await streams.Out.WriteLineAsync(line);
        }
    }
}
