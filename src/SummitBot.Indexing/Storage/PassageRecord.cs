using Lucene.Net.Util;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Indexing.Storage;

/// <summary>A complete passage in the index, so that a hit needs no other document.</summary>
internal static class PassageRecord
{
    public static BytesRef Write(Passage passage) =>
        Record.Write(writer =>
        {
            writer.WriteText(passage.Id.Article.Value);
            writer.Write7BitEncodedInt(passage.Id.Ordinal);
            writer.Write7BitEncodedInt(passage.Range.Start);
            writer.WriteText(passage.Text);
            writer.WriteRanges(passage.Sentences, origin: passage.Range.Start);
            writer.WriteText(passage.Heading);
            writer.WritePages(passage.Pages, origin: passage.Range.Start);
        });

    public static Passage Read(BytesRef bytes) =>
        Record.Read(
            bytes,
            reader =>
            {
                var article = new ArticleId(reader.ReadText());
                int ordinal = reader.Read7BitEncodedInt();
                int start = reader.Read7BitEncodedInt();
                string text = reader.ReadText();
                var range = new TextRange(start, start + text.Length);
                return new Passage(new PassageId(article, ordinal), range, text, reader.ReadRanges(start))
                {
                    Heading = reader.ReadTextOrNull(),
                    Pages = reader.ReadPages(start),
                };
            }
        );
}
