using Microsoft.SemanticKernel;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>A model of the settings, ready to be asked.</summary>
/// <param name="Kernel">Holds the chat service and the filters; cloned for each call, which adds its own.</param>
internal sealed record ModelConnection(ModelChoice Choice, Kernel Kernel);
