using Microsoft.AspNetCore.Mvc;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Problems;

/// <summary>An error as people see it in a browser.</summary>
public static class ProblemPage
{
    public static Page Of(ProblemDetails problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new Page(
            problem.Title ?? "Error",
            Html.Of(
                $"""
                <h1>{problem.Title}</h1>
                <p>{problem.Detail}</p>
                """
            )
        );
    }
}
