using Microsoft.SemanticKernel;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>A configured model with its services.</summary>
/// <param name="Kernel">Has the chat service and the filters; cloned for each call, which adds its own.</param>
internal sealed record ModelConnection(ModelChoice Choice, Kernel Kernel);
