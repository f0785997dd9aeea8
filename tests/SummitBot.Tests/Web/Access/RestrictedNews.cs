namespace SummitBot.Tests.Web.Access;

/// <summary>The harbour news, with an article for the board by its front matter and one for personnel by its folder.</summary>
internal static class RestrictedNews
{
    public const string BoardKey = "a-key-of-the-board";
    public const string SaleQuestion = "Who plans to sell the shipyard?";
    public const string Seller = "Irena Voss";
    public const string SalaryQuestion = "What does the harbour master earn?";
    public const string Salary = "91,250 crowns";

    /// <summary>Words that only restricted articles have.</summary>
    public static readonly string[] Secrets = [Seller, "Voss", "shipyard", "Kvarnholt", Salary, "91,250", "earns"];

    public static CorpusFolder Create()
    {
        CorpusFolder folder = CorpusFolder.WithHarbourNews();
        folder.Write(
            "sale.md",
            """
            ---
            title: The sale of the Kvarnholt shipyard
            published: 2023-02-01
            author: Nils Berg
            groups: [board, council]
            ---
            Chairwoman Irena Voss plans to sell the Kvarnholt shipyard for ninety million crowns. The harbour of Grenmouth would buy it.
            """
        );
        Directory.CreateDirectory(Path.Combine(folder.Corpus, "personnel"));
        folder.Write(
            "personnel/pay.md",
            """
            ---
            title: Pay of the harbour staff
            published: 2023-03-01
            ---
            The harbour master earns 91,250 crowns a year. His deputy earns less.
            """
        );
        return folder;
    }

    public static Dictionary<string, string> SettingsFor(CorpusFolder folder) =>
        new(StringComparer.Ordinal)
        {
            ["Corpus:Sources:personnel:Path"] = Path.Combine(folder.Corpus, "personnel"),
            ["Corpus:Sources:personnel:Groups:0"] = "Personnel",
            ["Access:Keys:board:Key"] = BoardKey,
            ["Access:Keys:board:Groups:0"] = "Board",
            ["Admin:AllowLocal"] = "false",
            ["DirectLine:Secret"] = "the-secret-of-the-channel",
        };
}
