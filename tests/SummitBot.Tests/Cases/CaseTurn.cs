namespace SummitBot.Tests.Cases;

internal sealed record CaseTurn(string Role, string Text);
