using System.Text.RegularExpressions;

namespace SummitBot.Tests.Documentation;

/// <summary>The table of promises in docs/security.md names tests that there are.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string[] Files = Directory.GetFiles(
        Repository.GetPath("tests"),
        "*Tests.cs",
        SearchOption.AllDirectories
    );

    public static TheoryData<string, string> Tests =>
        [
            .. TestName()
                .Matches(File.ReadAllText(Repository.GetPath("docs", "security.md")))
                .Select(m => (m.Groups["class"].Value, m.Groups["test"].Value)),
        ];

    [Theory]
    [MemberData(nameof(Tests))]
    public void ATestThatItNames_Exists(string type, string test) =>
        Assert.Contains(
            Files,
            f =>
                Path.GetFileNameWithoutExtension(f) == type
                && File.ReadAllText(f).Contains($" {test}(", StringComparison.Ordinal)
        );

    [Fact]
    public void EveryPromise_NamesATest() =>
        Assert.DoesNotContain(
            File.ReadAllText(Repository.GetPath("docs", "security.md"))
                .Split("| promise | against | tests |")[1]
                .Split("\n\n")[0]
                .Split('\n')
                .Skip(2),
            row => !TestName().IsMatch(row)
        );

    [GeneratedRegex("`(?<class>[A-Za-z]+Tests)\\.(?<test>[A-Za-z0-9_]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex TestName();
}
