using CsCheck;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Core.Passages;

public sealed class SentenceSplitterTests
{
    /// <summary>Each case is a text in which <c>|</c> marks the border between two sentences.</summary>
    [Theory]
    [InlineData("en", "He came.| She left.")]
    [InlineData("en", "Did he come?| Yes!| She left.")]
    [InlineData("en", "The U.N. Security Council met.| It voted.")]
    [InlineData("en", "He lives in the U.S.| The visit was short.")]
    [InlineData("en", "The U.S. President Donald Trump left.")]
    [InlineData("en", "They met on Jan. 5 in Moscow.| It snowed.")]
    [InlineData("en", "The test was on Sept. 12, 2023.")]
    [InlineData("en", "Mr. Kim and Mrs. Ri met Gen. Pak Jong-chon and Dr. J. R. Smith.| They talked.")]
    [InlineData("en", "The rocket carried Meteor-M No. 2-3 to orbit.")]
    [InlineData("en", "Resolution No. 1718 was adopted.| All voted for it.")]
    [InlineData("en", "It weighs 3.5 tonnes.| It costs $1.2 million.")]
    [InlineData("en", "\"We met.\"| He smiled.")]
    [InlineData("en", "\"Why?\" Kim asked.| Nobody knew.")]
    [InlineData("en", "\"Stop!\" he said.| They stopped.")]
    [InlineData("en", "He said: “We will come.”| Then he left.")]
    [InlineData("en", "“The rail cars are comfortable.”| (It was late.)| They slept.")]
    [InlineData("en", "He waited... and left.| She stayed.")]
    [InlineData("en", "He waited...| Then he left.")]
    [InlineData("en", "He waited…| Then he left.")]
    [InlineData("en", "1. Soyuz-2.1a flew first.| 2. Angara followed.")]
    [InlineData("en", "It belongs to Acme Inc. and Foo Ltd. of London.| The price fell.")]
    [InlineData("en", "It belongs to Acme Inc.| The price fell.")]
    [InlineData("en", "The train left at 6 a.m. on Monday.| It arrived at 9 p.m.| The band played.")]
    [InlineData("en", "John F. Kennedy spoke.| George W. Bush listened.")]
    [InlineData("en", "Fruit, e.g. apples, i.e. Golden Delicious, etc. are sold.")]
    [InlineData("en", "See p. 12 and Fig. 3 of vol. 2.| They show it.")]
    [InlineData("en", "What?!| No one knew.")]
    [InlineData("en", "The site summitbot.example.org is new.| Version 2.1.3 works.")]
    [InlineData("en", "One sentence without an end")]
    [InlineData("en", "It failed.[1]| They tried again.")]
    [InlineData("en", "The Soyuz-2.1b flew.| 14 launches followed.")]
    [InlineData("en", "It closed in section 3.| May was warm.")]
    [InlineData("de", "Am 19. August wird das Wasser abgestellt.| Es fehlt bis zum 3. September 2026.")]
    [InlineData("de", "Geöffnet ist vom 1. bis 5. Mai und am 24. Dezember.")]
    [InlineData("de", "Das Haus stammt aus dem 19. Jahrhundert.| Es gewann den 2. Preis.")]
    [InlineData("de", "Sie wohnt in der Lindenstraße 14.| Handwerker kommen am Montag.")]
    [InlineData("de", "Die Frist endet am 31.| Die Miete steigt danach.")]
    [InlineData("de", "Der Umbau endete 2024.| August Kessler zog ein.")]
    [InlineData("es", "El Sr. Kim llegó.| ¿Quién lo recibió?| Nadie lo sabe.")]
    [InlineData("es", "Nació en EE. UU. y vive en Madrid.| Su padre no.")]
    [InlineData("zh", "他来了。|她走了！|为什么？")]
    [InlineData("ja", "会談は数時間続いた。|「歓迎します。」|彼は去った。")]
    [InlineData("ru", "Путин встретил Кима.| Они говорили два часа.")]
    [InlineData("ar", "وصل كيم بالقطار.| هل تحدثوا طويلا؟| نعم.")]
    [InlineData("hi", "वह आया।| वह गई।")]
    public void Split_CutsWhereASentenceEnds(string language, string marked)
    {
        string[] expected = [.. marked.Split('|').Select(s => s.Trim())];
        string text = marked.Replace("|", "", StringComparison.Ordinal);

        string[] sentences =
        [
            .. SentenceSplitter.Split(text, new TextRange(0, text.Length), language).Select(r => r.Slice(text)),
        ];

        Assert.Equal(expected, sentences);
    }

    [Fact]
    public void Split_KeepsEveryCharacterButWhiteSpace() =>
        Check.Sample(
            Gen.String[Gen.OneOf('a', 'B', '.', '!', ' ', '"', '5', '。', 'é', '\ud83d', '\ude80')],
            text =>
            {
                TextRange[] ranges = [.. SentenceSplitter.Split(text, new TextRange(0, text.Length), "en")];

                string kept = string.Concat(ranges.Select(r => r.Slice(text)));
                Assert.Equal(
                    string.Concat(text.Where(c => !char.IsWhiteSpace(c))),
                    string.Concat(kept.Where(c => !char.IsWhiteSpace(c)))
                );
                Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            }
        );

    [Fact]
    public void Split_CutsARunWithoutAnEndAtWhiteSpace()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 2_000));

        TextRange[] ranges = [.. SentenceSplitter.Split(text, new TextRange(0, text.Length), "en")];

        Assert.True(ranges.Length > 1);
        Assert.All(ranges, r => Assert.InRange(r.Length, 1, SentenceSplitter.MaxSentenceLength));
        Assert.All(ranges, r => Assert.EndsWith("word", r.Slice(text), StringComparison.Ordinal));
    }
}
