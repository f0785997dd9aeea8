using Microsoft.AspNetCore.Mvc;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Problems;

/// <summary>An error as people see it in a browser.</summary>
public static class ProblemPage
{
    public static Page Create(ProblemDetails problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new Page(
            problem.Title ?? "Error",
            Html.From(
                $"""
                <h1>{problem.Title}</h1>
                <p>{problem.Detail}</p>
                """
            )
        );
    }
}
