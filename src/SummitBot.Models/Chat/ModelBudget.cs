using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>
/// What models may still cost today (UTC): requests, tokens and money, by conversation, by person and in all. Kept in
/// memory; a restart begins anew. Thread-safe.
/// </summary>
internal sealed class ModelBudget(IOptions<ModelOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Spent> _conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spent> _users = new(StringComparer.Ordinal);
    private Spent _all;
    private DateOnly _day;

    /// <summary>Counts a request that is about to be made; false when a limit is reached, and then counts nothing.</summary>
    public bool TryBegin(string? conversation, string? user)
    {
        ModelOptions limits = options.Value;
        (conversation, user) = GetKeys(conversation, user);
        lock (_gate)
        {
            BeginDay();
            bool isSpent =
                _all.Reaches(limits.DayRequests, limits.DayTokens)
                || (limits.DayCost > 0 && ComputeCost(_all.Input, _all.Output) >= limits.DayCost)
                || GetSpent(_conversations, conversation)
                    .Reaches(limits.ConversationRequests, limits.ConversationTokens)
                || GetSpent(_users, user).Reaches(limits.UserRequests, limits.UserTokens);
            if (!isSpent)
            {
                Add(conversation, user, new Spent(1, 0, 0));
            }

            return !isSpent;
        }
    }

    /// <summary>Counts what a request took, and further requests that it led to.</summary>
    public void Charge(string? conversation, string? user, int furtherRequests, int input, int output)
    {
        (conversation, user) = GetKeys(conversation, user);
        lock (_gate)
        {
            BeginDay();
            Add(conversation, user, new Spent(furtherRequests, input, output));
        }
    }

    /// <summary>By the settings' prices; null when there is none.</summary>
    public decimal? ComputeCost(long input, long output)
    {
        const decimal Million = 1_000_000;
        ModelOptions prices = options.Value;
        return prices.InputPrice == 0 && prices.OutputPrice == 0
            ? null
            : ((input * prices.InputPrice) + (output * prices.OutputPrice)) / Million;
    }

    /// <summary>Null where no limit asks for it. Names come from outside: a long one takes no more memory than a short.</summary>
    private (string? Conversation, string? User) GetKeys(string? conversation, string? user)
    {
        ModelOptions limits = options.Value;
        return (
            limits.ConversationRequests > 0 || limits.ConversationTokens > 0 ? GetKey(conversation) : null,
            limits.UserRequests > 0 || limits.UserTokens > 0 ? GetKey(user) : null
        );
    }

    private static string? GetKey(string? name) =>
        name is null ? null : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private void BeginDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            _day = today;
            _all = default;
            _conversations.Clear();
            _users.Clear();
        }
    }

    private void Add(string? conversation, string? user, Spent spent)
    {
        _all = _all.Add(spent);
        AddTo(_conversations, conversation, spent);
        AddTo(_users, user, spent);
    }

    private static void AddTo(Dictionary<string, Spent> all, string? key, Spent spent)
    {
        if (key is not null)
        {
            all[key] = GetSpent(all, key).Add(spent);
        }
    }

    private static Spent GetSpent(Dictionary<string, Spent> all, string? key) =>
        key is null ? default : all.GetValueOrDefault(key);

    private readonly record struct Spent(long Requests, long Input, long Output)
    {
        public bool Reaches(int requests, int tokens) =>
            (requests > 0 && Requests >= requests) || (tokens > 0 && Input + Output >= tokens);

        public Spent Add(Spent other) => new(Requests + other.Requests, Input + other.Input, Output + other.Output);
    }
}
