using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SummitBot.Tests.Architecture;

/// <summary>
/// Allowed dependencies: adapters depend on the core and never on each other, each keeps its packages to itself, and
/// namespaces have no cycles.
/// </summary>
public sealed class DependencyDirectionTests
{
    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader()
        .LoadAssemblies([.. Projects.All.Values])
        .Build();

    public static TheoryData<string> ProjectNames => [.. Projects.All.Keys];

    [Fact]
    public void EveryProject_IsAmongThoseThatTheseTestsGuard() =>
        Assert.Equal(
            Directory
                .EnumerateDirectories(Repository.GetPath("src"))
                .Select(folder => Path.GetFileName(folder)["SummitBot.".Length..])
                .Append("TeamsSimulator")
                .Order(StringComparer.Ordinal),
            Projects.All.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void AProject_KnowsOnlyThoseItMay(string project)
    {
        string[] forbidden = [.. Projects.ForbiddenTo(project)];
        if (forbidden.Length > 0)
        {
            TypesIn(project).Should().NotDependOnAny(TypesIn(forbidden)).Check(Product);
        }
    }

    [Theory]
    [InlineData(@"^MathNet(\..*)?$", "Evaluation")]
    [InlineData(@"^Lucene\.Net(\..*)?$", "Indexing")]
    [InlineData(@"^(Microsoft\.Bot|Newtonsoft)(\..*)?$", "Bot", "DirectLine", "Web")]
    [InlineData(@"^Microsoft\.IdentityModel(\..*)?$", "Bot", "DirectLine", "Web")]
    [InlineData(@"^Microsoft\.AspNetCore(\..*)?$", "Bot", "DirectLine", "Web", "TeamsSimulator")]
    [InlineData(@"^(Microsoft\.Data|SQLitePCL|Npgsql)(\..*)?$", "Storage")]
    [InlineData(@"^(AngleSharp|Markdig|YamlDotNet|Lingua|UtfUnknown)(\..*)?$", "Ingestion")]
    [InlineData(
        @"^(Microsoft\.ML|Microsoft\.Extensions\.AI|Microsoft\.SemanticKernel|OpenAI|Azure\.AI|OllamaSharp)(\..*)?$",
        "Models"
    )]
    [InlineData(@"^Azure(\..*)?$", "Models", "Ingestion")]
    [InlineData(@"^(Amazon|Azure\.Storage)(\..*)?$", "Ingestion")]
    [InlineData(@"^OpenTelemetry(\..*)?$", "Web")]
    [InlineData(@"^Spectre(\..*)?$", "Terminal", "Cli")]
    [InlineData(@"^System\.CommandLine(\..*)?$", "Cli")]
    public void ADependency_StaysWhereItBelongs(string dependency, params string[] projects) =>
        TypesIn([.. Projects.All.Keys.Except(projects, StringComparer.Ordinal)])
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching(dependency)
            .Check(Product);

    [Fact]
    public void Namespaces_HaveNoCycles() =>
        SliceRuleDefinition.Slices().Matching("SummitBot.(**)").Should().BeFreeOfCycles().Check(Product);

    private static ArchUnitNET.Fluent.Syntax.Elements.Types.GivenTypesConjunctionWithDescription TypesIn(
        params string[] projects
    ) =>
        Types()
            .That()
            .ResideInNamespaceMatching($@"^SummitBot\.({string.Join('|', projects)})(\..*)?$")
            .As(string.Join(", ", projects));
}
