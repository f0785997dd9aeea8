using System.Text;

namespace SummitBot.Tests.Web;

/// <summary>A temporary folder with a corpus in it and room for an index.</summary>
internal sealed class CorpusFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("summitbot-web-");

    public CorpusFolder() => Directory.CreateDirectory(Corpus);

    public string Corpus => Path.Combine(_root.FullName, "corpus");

    public string Database => Path.Combine(_root.FullName, "summitbot.db");

    public string Index => Path.Combine(_root.FullName, "index");

    /// <summary>A folder with three articles of known text.</summary>
    public static CorpusFolder WithHarbourNews()
    {
        var folder = new CorpusFolder();
        folder.Write(
            "harbour-opens.md",
            """
            ---
            title: The new harbour opens
            published: 2021-05-04
            url: https://news.example.org/harbour?a=1&b=2
            publisher: The Example & Co
            language: en
            ---
            The harbour of Grenmouth opened on Tuesday after nine years of work. Mayor Ada Quill cut a rope of nettles.

            ## What it cost

            The harbour cost 48 million crowns, twice the first estimate. A bridge 🌉 joins it to the old town, and ferries leave every hour.

            - Ferries sail to Norrholm.
            - Barges sail to Tiverlake.
            """
        );
        folder.Write(
            "lighthouse.md",
            """
            ---
            title: Lighthouse keeper retires
            published: 2022-01-15
            ---
            Keeper Tomas Brandt retired from the Grenmouth lighthouse after forty years. The lighthouse is now run by a computer in Norrholm.
            """
        );
        folder.Write(
            "undated.txt",
            """
            The Grenmouth fish market sells herring, cod and eels. The market opens at four in the morning on working days.
            """
        );
        return folder;
    }

    public string Write(string name, string text)
    {
        string path = Path.Combine(Corpus, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
