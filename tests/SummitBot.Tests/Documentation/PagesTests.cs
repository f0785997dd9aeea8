using System.Text.RegularExpressions;
using SummitBot.Core.Answers;

namespace SummitBot.Tests.Documentation;

/// <summary>README.md is short, and what it and the pages of <c>docs/</c> link to or name exists.</summary>
public sealed partial class PagesTests
{
    private static readonly string[] GuidesToTheCode = ["docs/architecture.md", "docs/contributing.md"];
    private static readonly string[] CodeFolders = ["src", "tests"];

    public static TheoryData<string, string> Links =>
        [.. DocumentationPage.All.SelectMany(page => page.RelativeLinks.Distinct().Select(link => (page.Path, link)))];

    public static TheoryData<string, string> Paths =>
        [
            .. DocumentationPage.All.SelectMany(page =>
                PathInRepository().Matches(page.Text).Select(m => (page.Path, m.Groups["path"].Value)).Distinct()
            ),
        ];

    [Fact]
    public void TheReadme_HasAtMost150Lines() =>
        Assert.InRange(DocumentationPage.Readme.Text.TrimEnd('\n').Split('\n').Length, 1, 150);

    [Fact]
    public void EveryPage_IsLinkedFromTheReadme() =>
        Assert.Empty(
            DocumentationPage
                .All.Select(page => page.Path)
                .Except([DocumentationPage.Readme.Path, .. DocumentationPage.Readme.RelativeLinks])
        );

    [Theory]
    [MemberData(nameof(Links))]
    public void ARelativeLink_LeadsToAFileAndAHeading(string path, string link)
    {
        string[] parts = link.Split('#', 2);
        string folder = Path.GetDirectoryName(Repository.GetPath(path.Split('/')))!;
        string target = parts[0].Length == 0 ? Repository.GetPath(path.Split('/')) : Path.Combine(folder, parts[0]);
        Assert.True(Path.Exists(target), $"{path} links to {link}, which does not exist.");
        if (parts.Length < 2)
        {
            return;
        }

        string name = Path.GetRelativePath(Repository.FullPath, Path.GetFullPath(target)).Replace('\\', '/');
        Assert.Contains(parts[1], DocumentationPage.All.Single(page => page.Path == name).Fragments);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void APathInTheRepository_Exists(string page, string path) =>
        Assert.True(Path.Exists(Repository.GetPath(path.Split('/'))), $"{page} names {path}, which does not exist.");

    [Fact]
    public void TheMapOfProjects_NamesThoseOfTheSolution_AndThoseOfTheTrainingTool() =>
        Assert.Equal(
            ProjectFolder()
                .Matches(File.ReadAllText(Repository.GetPath("SummitBot.sln")))
                .Select(m => m.Groups["path"].Value.Replace('\\', '/'))
                // A solution of its own, because a restore of it takes a library of 600 MB.
                .Concat(["tools/SummitBot.ReaderTraining", "tests/SummitBot.ReaderTraining.Tests"])
                .Order(StringComparer.Ordinal),
            DocumentationPage
                .InDocs("architecture.md")
                .Table("project")
                .Select(row => row[0])
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void TypesThatTheGuidesName_AreDeclared()
    {
        HashSet<string> declared =
        [
            .. CodeFolders
                .SelectMany(f => Directory.EnumerateFiles(Repository.GetPath(f), "*.cs", SearchOption.AllDirectories))
                .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
                .Select(m => m.Groups["name"].Value),
        ];

        IEnumerable<string> named = DocumentationPage
            .All.Where(page => GuidesToTheCode.Contains(page.Path))
            .SelectMany(page => TypeName().Matches(page.Text))
            .Select(m => m.Groups["name"].Value);

        Assert.Empty(named.Except(declared).Except([nameof(AnsweringOptions.MinConfidence)]));
    }

    [GeneratedRegex(@"`(?<path>(?:src|tests|tools|docs|corpus)/[\w./-]*)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PathInRepository();

    [GeneratedRegex(@"""(?<path>(?:src|tests|tools)\\[\w.]+)\\[\w.]+\.csproj""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ProjectFolder();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Declaration();

    /// <summary>A word of at least two parts, each with a capital.</summary>
    [GeneratedRegex(@"`(?<name>(?:I[A-Z]|[A-Z])[a-z]+(?:[A-Z][a-z]+)+)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TypeName();
}
