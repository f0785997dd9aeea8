using Microsoft.AspNetCore.Http;

namespace SummitBot.Tests.Models;

/// <summary>What the <see cref="ModelServer"/> does with a request.</summary>
internal delegate Task ModelReply(HttpContext context, ModelRequest request);
