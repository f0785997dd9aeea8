using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using SummitBot.Answering;
using SummitBot.Bot;
using SummitBot.Core;
using SummitBot.DirectLine;
using SummitBot.Indexing;
using SummitBot.Ingestion;
using SummitBot.Storage;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SummitBot.Tests.Architecture;

/// <summary>Who may know whom: the adapters know the core and never each other; each keeps its dependency to itself.</summary>
public sealed class DependencyDirectionTests
{
    private static readonly ArchUnitNET.Domain.Architecture SummitBot = new ArchLoader()
        .LoadAssemblies(
            typeof(CoreServiceCollectionExtensions).Assembly,
            typeof(IngestionServiceCollectionExtensions).Assembly,
            typeof(IndexingServiceCollectionExtensions).Assembly,
            typeof(AnsweringServiceCollectionExtensions).Assembly,
            typeof(StorageServiceCollectionExtensions).Assembly,
            typeof(BotFrameworkServiceCollectionExtensions).Assembly,
            typeof(DirectLineServiceCollectionExtensions).Assembly
        )
        .Build();

    [Fact]
    public void Core_KnowsNoAdapter() =>
        TypesIn("Core")
            .Should()
            .NotDependOnAny(TypesIn("Ingestion|Indexing|Answering|Storage|Bot|DirectLine"))
            .Check(SummitBot);

    [Theory]
    [InlineData("Ingestion", "Indexing|Answering|Storage|Bot|DirectLine")]
    [InlineData("Indexing", "Ingestion|Answering|Storage|Bot|DirectLine")]
    [InlineData("Answering", "Ingestion|Indexing|Storage|Bot|DirectLine")]
    [InlineData("Storage", "Ingestion|Indexing|Answering|Bot|DirectLine")]
    [InlineData("Bot", "Ingestion|Indexing|Answering|Storage|DirectLine")]
    [InlineData("DirectLine", "Ingestion|Indexing|Answering|Storage")]
    public void AnAdapter_KnowsNoOtherAdapter(string adapter, string others) =>
        TypesIn(adapter).Should().NotDependOnAny(TypesIn(others)).Check(SummitBot);

    [Theory]
    [InlineData("Core|Ingestion|Indexing|Answering|Storage", @"^Microsoft\.IdentityModel(\..*)?$")]
    [InlineData("Core|Ingestion|Answering|Storage|Bot|DirectLine", @"^Lucene\.Net(\..*)?$")]
    [InlineData("Core|Ingestion|Indexing|Answering|Storage", @"^(Microsoft\.Bot|Newtonsoft)(\..*)?$")]
    [InlineData("Core|Ingestion|Indexing|Answering|Bot|DirectLine", @"^(Microsoft\.Data|SQLitePCL)(\..*)?$")]
    [InlineData("Core|Ingestion|Indexing|Answering|Storage", @"^Microsoft\.AspNetCore(\..*)?$")]
    [InlineData(
        "Core|Indexing|Answering|Storage|Bot|DirectLine",
        @"^(AngleSharp|Markdig|YamlDotNet|Lingua|UtfUnknown)(\..*)?$"
    )]
    [InlineData(
        "Core|Ingestion|Indexing|Storage",
        @"^(Microsoft\.ML|Microsoft\.Extensions\.AI|OpenAI|Azure|OllamaSharp)(\..*)?$"
    )]
    [InlineData("Core|Ingestion|Indexing|Storage|Bot|DirectLine", @"^(Microsoft\.SemanticKernel|OpenAI)(\..*)?$")]
    public void ADependency_StaysInItsAdapter(string others, string dependency) =>
        TypesIn(others).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(dependency).Check(SummitBot);

    private static ArchUnitNET.Fluent.Syntax.Elements.Types.GivenTypesConjunctionWithDescription TypesIn(
        string projects
    ) => Types().That().ResideInNamespaceMatching($@"^SummitBot\.({projects})(\..*)?$").As(projects);
}
