using System.Globalization;

namespace SummitBot.Models.Chat;

/// <summary>A server sent more than any answer needs.</summary>
internal sealed class ResponseTooLongException(long max)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"more than {max} bytes"));
