using Lucene.Net.Util;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;

namespace SummitBot.Indexing.Storage;

/// <summary>An article in the index: the summary as a doc value, text and headings as a stored field.</summary>
internal static class ArticleRecord
{
    public static BytesRef WriteSummary(Article article) =>
        Record.Write(writer =>
        {
            writer.WriteText(article.Id.Value);
            writer.WriteText(article.Title);
            writer.Write(article.Published?.DayNumber ?? -1);
            writer.WriteText(article.Url?.OriginalString);
            writer.WriteText(article.Publisher);
            writer.WriteText(article.Language);
            writer.WriteText(article.Source);
            writer.WriteText(article.Author);
            writer.WriteText(article.Description);
            WriteAll(writer, article.Tags);
            WriteAll(writer, article.Groups.Names);
        });

    public static ArticleSummary ReadSummary(BytesRef bytes) =>
        Record.Read(
            bytes,
            reader =>
            {
                var id = new ArticleId(reader.ReadText());
                string title = reader.ReadText();
                int day = reader.ReadInt32();
                string? url = reader.ReadTextOrNull();
                return new ArticleSummary(
                    id,
                    title,
                    day < 0 ? null : DateOnly.FromDayNumber(day),
                    url is null ? null : new Uri(url),
                    reader.ReadTextOrNull(),
                    reader.ReadText(),
                    reader.ReadText()
                )
                {
                    Author = reader.ReadTextOrNull(),
                    Description = reader.ReadTextOrNull(),
                    Tags = ReadAll(reader),
                    Groups = GroupNames.From(ReadAll(reader)),
                };
            }
        );

    public static BytesRef WriteText(Article article) =>
        Record.Write(writer =>
        {
            writer.WriteText(article.Text);
            writer.WriteRanges(article.Headings, origin: 0);
            writer.WritePages(article.Pages, origin: 0);
        });

    public static Article Read(ArticleSummary summary, BytesRef text) =>
        Record.Read(
            text,
            reader => new Article
            {
                Id = summary.Id,
                Title = summary.Title,
                Text = reader.ReadText(),
                Published = summary.Published,
                Url = summary.Url,
                Publisher = summary.Publisher,
                Author = summary.Author,
                Language = summary.Language,
                Description = summary.Description,
                Tags = summary.Tags,
                Groups = summary.Groups,
                Headings = reader.ReadRanges(origin: 0),
                Pages = reader.ReadPages(origin: 0),
                Source = summary.Source,
            }
        );

    private static void WriteAll(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (string text in texts)
        {
            writer.WriteText(text);
        }
    }

    private static IReadOnlyList<string> ReadAll(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        var texts = new List<string>();
        for (int i = 0; i < count; i++)
        {
            texts.Add(reader.ReadText());
        }

        return texts;
    }
}
