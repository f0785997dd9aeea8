using SummitBot.Language.Words;

namespace SummitBot.Tests.Language;

public sealed class ThesaurusTests
{
    [Theory]
    [InlineData("talks", "meeting")]
    [InlineData("meal", "lunch")]
    [InlineData("five", "5")]
    [InlineData("5", "five")]
    [InlineData("moscow", "russia")]
    [InlineData("russian", "russia")]
    [InlineData("nato", "north atlantic treaty organization")]
    public void Relate_KnowsTheAlternativesOfAWord(string word, string expected) =>
        Assert.Contains(RelatedTo(word), r => string.Join(' ', r.Words) == expected);

    [Theory]
    [InlineData("en", "negotiated", "talks")]
    [InlineData("en", "stopped", "ceased")]
    [InlineData("en", "occurrences", "incident")]
    [InlineData("es", "murió", "muerte")]
    [InlineData("es", "construyeron", "edificar")]
    [InlineData("es", "ciudades", "municipio")]
    [InlineData("es", "españolas", "madrid")]
    [InlineData("es", "onu", "nueva york")]
    public void Relate_KnowsAWordWithAnotherEnding(string language, string word, string expected) =>
        Assert.Contains(expected, Thesaurus.For(language).Relate([word])[0].Select(r => string.Join(' ', r.Words)));

    [Fact]
    public void Relate_GivesEachWordOfAPhraseTheAlternativesOfThePhrase()
    {
        IReadOnlyList<RelatedPhrase>[] related = Thesaurus.For("en").Relate(["did", "south", "korea", "vote"]);

        Assert.Contains(related[1], r => r.Words.SequenceEqual(["seoul"]));
        Assert.Contains(related[2], r => r.Words.SequenceEqual(["seoul"]));
    }

    [Theory]
    [InlineData("en", "was the match called off", "called", "cancel")]
    [InlineData("en", "what did they send up", "send", "launch")]
    [InlineData("en", "what was sent up", "sent", "launch")]
    [InlineData("en", "who is in charge", "charge", "boss")]
    [InlineData("en", "why did he resign", "resign", "step down")]
    [InlineData("es", "quién lo llevó a cabo", "llevó", "realizar")]
    [InlineData("es", "en qué año tuvo lugar", "tuvo", "celebrar")]
    public void Relate_KnowsExpressionsOfSeveralWords_WhateverTheFormOfTheirVerb(
        string language,
        string question,
        string word,
        string expected
    )
    {
        string[] words = question.Split(' ');

        IReadOnlyList<RelatedPhrase> related = Thesaurus.For(language).Relate(words)[Array.IndexOf(words, word)];

        Assert.Contains(expected, related.Select(r => string.Join(' ', r.Words)));
    }

    [Fact]
    public void Relate_OfAWord_GivesNoExpressionOfCommonWords()
    {
        Assert.Contains(Thesaurus.For("en").Relate(["deal", "with"])[0], r => r.Words is ["handle"]);
        Assert.DoesNotContain(RelatedTo("handle"), r => r.Words is ["deal", "with"]);
        Assert.DoesNotContain(RelatedTo("attack"), r => r.Words is ["go", "for"]);
    }

    [Fact]
    public void Relate_OfAnExpression_DoesNotGiveAlternativesOfItsVerbAlone()
    {
        string[] alone = ["how", "do", "they", "call", "it"];
        string[] expression = ["why", "did", "they", "call", "off", "the", "match"];

        Assert.Contains(Thesaurus.For("en").Relate(alone)[3], r => r.Words.SequenceEqual(["describe"]));
        Assert.DoesNotContain(Thesaurus.For("en").Relate(expression)[3], r => r.Words.SequenceEqual(["describe"]));
    }

    [Fact]
    public void Relate_OfAKind_DoesNotGiveTheGeneralWord() =>
        Assert.DoesNotContain(RelatedTo("lunch"), r => r.Words.SequenceEqual(["weapon"]));

    [Fact]
    public void Relate_NeverGivesTheWordItself() =>
        Assert.DoesNotContain(RelatedTo("meeting"), r => r.Words.SequenceEqual(["meeting"]));

    [Fact]
    public void Relate_InALanguageWithoutThesaurus_IsEmpty() =>
        Assert.All(Thesaurus.For("xx").Relate(["talks", "moscow"]), Assert.Empty);

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Strengths_LieBetweenNothingAndTheSame(string language) =>
        Assert.All(
            Thesaurus.For(language).Relate(["five", "5", "cinco", "russia", "meal"]).SelectMany(r => r),
            r => Assert.InRange(r.Strength, double.Epsilon, 1)
        );

    private static IReadOnlyList<RelatedPhrase> RelatedTo(string word) => Thesaurus.For("en").Relate([word])[0];
}
