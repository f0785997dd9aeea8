using SummitBot.Terminal;

namespace SummitBot.TeamsSimulator;

/// <summary>Does what the lines of a script, or of a person, say.</summary>
public sealed class SimulationScript
{
    private readonly TeamsUser _user;
    private readonly CurrentChat _chat;
    private readonly Dictionary<string, Func<string, CancellationToken, Task>> _commands = new(
        StringComparer.OrdinalIgnoreCase
    );

    public SimulationScript(TeamsChannel channel, TeamsUser user, ChannelSession session, SimulationPrinter printer)
    {
        _user = user;
        _chat = new CurrentChat(channel, user, session, printer);
        AddUserActions(new UserActions(_chat, user, session, printer));
        AddProbes(new EndpointProbes(_chat, user, session, printer));
        AddExpectations(new Expectations(_chat, session));
    }

    /// <summary>Does one line.</summary>
    /// <returns>False when it says that this was the last one.</returns>
    /// <exception cref="UsageException">The line is no command, or its argument is missing.</exception>
    public async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        string trimmed = line.Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#')
        {
            return true;
        }

        if (trimmed[0] != ':')
        {
            await _chat.SayAsync(trimmed, c => _user.Message(c, trimmed), 1, cancellationToken);
            return true;
        }

        string[] parts = trimmed[1..].Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Equals("quit", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (!_commands.TryGetValue(parts[0], out Func<string, CancellationToken, Task>? command))
        {
            throw new UsageException($"':{parts[0]}' is no command: `summitbot teams simulate --help` lists them.");
        }

        await command(parts.Length > 1 ? parts[1] : "", cancellationToken);
        return true;
    }

    private void AddUserActions(UserActions actions)
    {
        foreach (ConversationKind kind in Enum.GetValues<ConversationKind>())
        {
            _commands[kind.ToString()] = (_, token) => _chat.OpenAsync(kind, token);
        }

        _commands["press"] = actions.PressAsync;
        _commands["like"] = (words, token) => actions.RateAsync(isLike: true, words, token);
        _commands["dislike"] = (words, token) => actions.RateAsync(isLike: false, words, token);
        _commands["edit"] = actions.EditAsync;
        _commands["delete"] = (_, token) => actions.DeleteAsync(token);
        _commands["react"] = (_, token) => actions.ReactAsync(token);
        _commands["file"] = actions.ShowFileAsync;
        _commands["long"] = actions.SendLongMessageAsync;
        _commands["burst"] = actions.BurstAsync;
        _commands["again"] = (_, token) => _chat.SendAgainAsync(token);
    }

    private void AddProbes(EndpointProbes probes)
    {
        _commands["replies"] = probes.RepliesAsync;
        _commands["invoke"] = probes.InvokeAsync;
        _commands["raw"] = probes.SendRawAsync;
    }

    private void AddExpectations(Expectations expectations)
    {
        _commands["expect"] = At(expectations.Has);
        _commands["refuse"] = At(expectations.HasNot);
        _commands["cites"] = At(count => expectations.Cites(WholeNumber.Parse(count)));
        _commands["card"] = At(_ => expectations.HasCard());
        _commands["silence"] = At(_ => expectations.IsNone());
        _commands["status"] = At(status => expectations.HasStatus(WholeNumber.Parse(status)));
    }

    private static Func<string, CancellationToken, Task> At(Action<string> expectation) =>
        (argument, _) =>
        {
            expectation(argument);
            return Task.CompletedTask;
        };
}
