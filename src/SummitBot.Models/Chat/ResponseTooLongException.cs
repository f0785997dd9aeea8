using System.Globalization;

namespace SummitBot.Models.Chat;

/// <summary>A server sent more than an answer can need.</summary>
internal sealed class ResponseTooLongException(long max)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"more than {max} bytes"));
