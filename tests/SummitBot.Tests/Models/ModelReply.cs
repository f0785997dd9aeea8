using Microsoft.AspNetCore.Http;

namespace SummitBot.Tests.Models;

/// <summary>The response of the <see cref="ModelServer"/> to a request.</summary>
internal delegate Task ModelReply(HttpContext context, ModelRequest request);
