using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;

namespace SummitBot.Tests.WriterProcess;

/// <summary>
/// A long row of commits, each of which says in its manifest exactly what must be in the index: the round as its corpus,
/// and each article's text as its hash.
/// </summary>
public static class Rounds
{
    private const int Articles = 40;
    private static readonly PassageSplitter Splitter = new();

    /// <summary>The round that a commit stands for; 0 for none.</summary>
    public static int GetNumber(IndexManifest? manifest) =>
        manifest is null ? 0 : int.Parse(manifest.Corpus[0], CultureInfo.InvariantCulture);

    /// <summary>Writes a round: some articles change, some go, some come; every seventh round rebuilds.</summary>
    public static void Write(IPassageIndex index, int round)
    {
        IndexManifest? previous = index.ReadManifest(out _);
        bool rebuild = previous is null || round % 7 == 0;
        var texts = (rebuild ? [] : previous!.Sources).ToDictionary(s => s.Article!.Value, s => s.ContentHash!);
        using IPassageIndexWriter writer = index.OpenWriter(rebuild);
        for (int i = 0; i < Articles; i++)
        {
            var id = new ArticleId($"article-{i}");
            if (i % 5 == round % 5)
            {
                writer.Remove(id);
                texts.Remove(id);
            }
            else if (!texts.ContainsKey(id) || i % 3 == round % 3)
            {
                Article article = CreateArticle(id, round);
                writer.Put(article, Splitter.Split(article));
                texts[id] = article.Text;
            }
        }

        string corpus = round.ToString(CultureInfo.InvariantCulture);
        writer.Commit([corpus], isExplicit: false, [.. texts.Select(t => CreateSource(t.Key, t.Value))]);
    }

    private static Article CreateArticle(ArticleId id, int round) =>
        new()
        {
            Id = id,
            Title = $"Title of {id}",
            Text = string.Join(
                ' ',
                Enumerable.Range(0, 12).Select(s => $"Sentence {s} of {id} was written in round r{round}x.")
            ),
            Language = "en",
            Source = $"{id}.md",
        };

    private static IndexedSource CreateSource(ArticleId id, string text) =>
        new(new ArticleFile($"/{id}.md", $"{id}.md", text.Length, DateTime.UnixEpoch), id, text, null);
}
