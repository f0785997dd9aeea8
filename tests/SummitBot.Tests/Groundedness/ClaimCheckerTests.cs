using System.Reflection;
using CsCheck;
using SummitBot.Core.Retrieval;
using SummitBot.Groundedness;
using SummitBot.Groundedness.Checks;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;
using SummitBot.Tests.Core.Answers.Reviewing;

namespace SummitBot.Tests.Groundedness;

public sealed class ClaimCheckerTests
{
    private static readonly ClaimChecker Checker = new();

    /// <summary>Source, claim, and the code of the check that refuses it at the normal strength.</summary>
    [Theory]
    [InlineData("Nine people died in the fire in Lisbon.", "Twelve people died in the fire in Lisbon.", "numberAbsent")]
    [InlineData(
        "The dam cost 40 million. It took years to agree. It took years to plan. It holds 90 fish.",
        "The dam cost 90 million.",
        "numberAbsent"
    )]
    [InlineData(
        "The bank lost 40 jobs in May. Rain fell. Snow fell. Hail fell. The office has 90 desks.",
        "The bank lost 90 jobs in May.",
        "numberElsewhere"
    )]
    [InlineData("The pipeline is 300 kilometres long.", "The pipeline is 300 miles long.", "unitChanged")]
    [InlineData("The firm paid $20 million for the ship.", "The firm paid €20 million for the ship.", "unitChanged")]
    [InlineData(
        "The treaty was signed on 4 March 2021. It ended on 9 June 2022.",
        "The treaty was signed on 9 March 2021.",
        "dateChanged"
    )]
    [InlineData("The minister met farmers in Lyon.", "The minister met farmers in Toulouse.", "nameAbsent")]
    [InlineData(
        "The mayor said: \"We will rebuild every house by spring.\"",
        "The mayor said \"we will rebuild every school by spring\".",
        "quoteAltered"
    )]
    [InlineData(
        "The court accepted the appeal of the miners.",
        "The court did not accept the appeal of the miners.",
        "negationAdded"
    )]
    [InlineData("The mine will not reopen this year.", "The mine will reopen this year.", "negationDropped")]
    [InlineData("The army failed to take the bridge.", "The army managed to take the bridge.", "negationDropped")]
    [InlineData("The port is open to tankers.", "The port is closed to tankers.", "opposite")]
    [InlineData(
        "Prices rose in the second half of the year.",
        "Prices fell in the second half of the year.",
        "opposite"
    )]
    [InlineData("The vote took place before the strike.", "The vote took place after the strike.", "opposite")]
    [InlineData("Some villages lost power in the storm.", "All villages lost power in the storm.", "quantifierChanged")]
    [InlineData("The ship carried 30 cars and 70 trucks.", "The ship carried 70 cars and 70 trucks.", "numberSwapped")]
    [InlineData("Maria Sousa met Paul Okoro. Helena Brandt watched.", "Maria Sousa met Helena Brandt.", "nameSwapped")]
    [InlineData(
        "Sousa said the bridge was unsafe. Okoro opened a school.",
        "Okoro said the bridge was unsafe.",
        "speakerSwapped"
    )]
    [InlineData(
        "The council bought a ferry for the island.",
        "The council bought a helicopter for the island.",
        "wordSubstituted"
    )]
    [InlineData(
        "The glacier lost a third of its ice in ten years. Hikers and monks praise the long trail.",
        "The monks and hikers lost a third of its ice in ten years.",
        "subjectSwapped"
    )]
    [InlineData(
        "A plan by officials took a year. Much later a council closed the old mine near the lake after the floods.",
        "A plan that took officials a year closed the old mine near the lake after the floods.",
        "subjectElsewhere"
    )]
    [InlineData(
        "Ada Quill leads the harbour council of Trell. In May Quill closed the old mine near the lake after the floods.",
        "Harbour council leader Quill closed the old mine near the lake after the floods.",
        "subjectWeak"
    )]
    [InlineData(
        "The clerk allegedly stole the papers from the office.",
        "The clerk stole the papers from the office.",
        "hedgeDropped"
    )]
    [InlineData(
        "The company may close the plant in Leeds.",
        "The company will close the plant in Leeds.",
        "modalDropped"
    )]
    [InlineData("At least 200 people were on the ferry.", "At most 200 people were on the ferry.", "boundContradicted")]
    [InlineData("The price of bread rose to 80 cents.", "The price of bread rose by 80 cents.", "byAgainstTo")]
    [InlineData("The senate passed the law 52-48.", "The senate passed the law 48-52.", "numbersReversed")]
    [InlineData("Norway beat Denmark in the final.", "Denmark beat Norway in the final.", "rolesReversed")]
    [InlineData(
        "The ministry opened a school in the valley last spring after long talks with the farmers.",
        "Talks with farmers led the ministry to send an orchestra into the valley.",
        "nounNowhere"
    )]
    [InlineData("The harbour was dredged in spring.", "Penguins nest on distant southern shores.", "coverage")]
    [InlineData("Putin and Kim met in Vladivostok.", "Putin and Kim Putin and Kim Putin and Kim.", "repetition")]
    public void Check_RefusesAChangedFact_AndSaysWhy(string source, string claim, string code)
    {
        ClaimVerdict verdict = Check(claim, source);

        Assert.Equal(ClaimSupport.None, verdict.Support);
        Assert.Contains(code, verdict.FailedChecks.Select(o => o.Code));
    }

    /// <summary>The counterpart of each check: a difference that looks alike and is none.</summary>
    [Theory]
    [InlineData("The army has 1,200 tanks.", "The army has 1200 tanks.")]
    [InlineData("Twelve people died in the fire.", "12 people died in the fire.")]
    [InlineData("The fund holds 1.5 million euros.", "The fund holds 1,500,000 euros.")]
    [InlineData("Turnout was 64 per cent in the north.", "Turnout was 64% in the north.")]
    [InlineData("The treaty was signed on 4 March 2021 in Oslo.", "The treaty was signed on March 4, 2021 in Oslo.")]
    [InlineData("The treaty was signed on Sept. 4 in Oslo.", "The treaty was signed on September 4 in Oslo.")]
    [InlineData(
        "Officials of the World Health Organization visited the camp.",
        "Officials of the WHO visited the camp."
    )]
    [InlineData("The U.S. navy left the port.", "The navy of the United States left the port.")]
    [InlineData("Homeowners insure their houses.", "Insurance: Homeowners insure their houses.")]
    [InlineData(
        "The mayor said: “We will rebuild every house by spring.”",
        "The mayor said \"We will rebuild every house by spring\"."
    )]
    [InlineData("The mine will not reopen this year.", "The mine won't reopen this year.")]
    [InlineData("The mine cannot reopen this year.", "The mine can not reopen this year.")]
    [InlineData("Prices rose in the second half of the year.", "Prices increased in the second half of the year.")]
    [InlineData("The council bought a ferry for the island.", "The council purchased a ferry for the island.")]
    [InlineData(
        "The glacier, which feeds two rivers, lost a third of its ice.",
        "The glacier lost a third of its ice."
    )]
    [InlineData("The company may close the plant in Leeds.", "The company might close the plant in Leeds.")]
    [InlineData("The clerk allegedly stole the papers.", "The clerk reportedly stole the papers.")]
    [InlineData("More than 200 people were on the ferry.", "Over 200 people were on the ferry.")]
    [InlineData("Norway beat Denmark in the final.", "Denmark was beaten by Norway in the final.")]
    [InlineData("Gruber wrote the song in 1818.", "The song was written by Gruber in 1818.")]
    [InlineData("The minister met farmers in Zürich.", "The minister met farmers in Zurich.")]
    [InlineData(
        "Talks between the leaders began on Monday in Geneva.",
        "On Monday the talks between the leaders began in Geneva."
    )]
    public void Check_PassesTheSameInOtherWords(string source, string claim)
    {
        ClaimVerdict verdict = Check(claim, source);

        Assert.True(
            verdict.Support >= ClaimSupport.Normal,
            string.Join(", ", verdict.FailedChecks.Select(o => $"{o.Code}: {o.Claimed}"))
        );
    }

    [Theory]
    [InlineData(
        "The council bought a ferry for the island.",
        "The council quickly bought a ferry for the island.",
        "wordInserted"
    )]
    [InlineData(
        "Villages on the coast lost power in the storm.",
        "Most villages on the coast lost power in the storm.",
        "quantifierNew"
    )]
    [InlineData(
        "The port handles grain for the region.",
        "The port handles more grain for the region.",
        "comparativeNew"
    )]
    [InlineData(
        "The council of the island bought a ferry in the spring after long talks with the owners.",
        "The islanders' council acquired a vessel during springtime, following lengthy talks with the owners.",
        "strictCoverage"
    )]
    [InlineData(
        "The council of the island bought a ferry in the spring after long talks with the owners.",
        "After talks with the owners, the council of the island bought a ferry, pleasing everybody there.",
        "slotWord"
    )]
    [InlineData(
        "The council bought a ferry for the island and for nobody else, and sold the pier in spring to a firm from Wend.",
        "The council bought a ferry and sold the pier in spring to a firm from Wend.",
        "negationLost"
    )]
    [InlineData(
        "El consejo compró un barco para la isla en primavera. Llovió. Nevó. Granizó. Un capitán elogió el puerto.",
        "El consejo compró un puerto para la isla en primavera.",
        "wordFromElsewhere",
        "es"
    )]
    public void Check_RefusesAWordOfTheClaimsOwn_AtTheStrictStrengthOnly(
        string source,
        string claim,
        string code,
        string language = "en"
    )
    {
        ClaimVerdict verdict = Checker.Check(
            claim,
            Checker.Analyze(ReviewSetup.Passage("a", source, language: language))
        );

        Assert.Equal(ClaimSupport.Normal, verdict.Support);
        Assert.Contains(code, verdict.FailedChecks.Select(o => o.Code));
        Assert.All(verdict.FailedChecks, o => Assert.Equal(ClaimSupport.Strict, o.Strength));
    }

    [Fact]
    public void EveryCheck_HasACase()
    {
        Assembly core = typeof(ClaimChecker).Assembly;
        Type check = core.GetType("SummitBot.Groundedness.Checks.ClaimCheck", throwOnError: true)!;
        string[] checks =
        [
            .. core.GetTypes()
                .Where(t => !t.IsAbstract && t.IsSubclassOf(check))
                .Select(t => Activator.CreateInstance(t)!)
                .Select(one => (string)check.GetProperty("Code")!.GetValue(one)!),
        ];
        IEnumerable<string> tested = GetType()
            .GetMethods()
            .SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>())
            .SelectMany(d => d.Data)
            .OfType<string>();

        Assert.NotEmpty(checks);
        Assert.Empty(checks.Except([.. tested, "nounNowhere"], StringComparer.Ordinal));
    }

    [Fact]
    public void Check_OfAThingThatNobodySpeaksOf_AsksAllPassagesAtHand()
    {
        const string claim = "Talks with farmers led the ministry to send an orchestra into the valley.";
        SourceText source = Checker.Analyze(
            ReviewSetup.Passage(
                "a",
                "The ministry opened a school in the valley last spring after long talks with the farmers."
            )
        );
        SourceText other = Checker.Analyze(
            ReviewSetup.Passage("b", "An orchestra led by a farmer plays in the valley.")
        );

        Assert.Contains("nounNowhere", Checker.Check(claim, source).FailedChecks.Select(o => o.Code));
        Assert.DoesNotContain(
            "nounNowhere",
            Checker.Check(claim, source, [source, other]).FailedChecks.Select(o => o.Code)
        );
    }

    [Fact]
    public void Check_GivesTheExactRangeOfTheSentenceThatBearsTheClaimOut()
    {
        const string text = "The fire began at night. Twelve people died in the fire. Rain fell.";
        RetrievedPassage passage = ReviewSetup.Passage("a", text);

        ClaimVerdict verdict = Checker.Check("12 people died in the fire.", Checker.Analyze(passage));

        Assert.Equal("Twelve people died in the fire.", verdict.Range?.Slice(text));
    }

    [Theory]
    [InlineData(
        "El puente mide 1.200 metros y costó 40 millones.",
        "El puente mide 1200 metros y costó 40 millones.",
        true
    )]
    [InlineData(
        "El puente mide 1.200 metros y costó 40 millones.",
        "El puente mide 1.300 metros y costó 40 millones.",
        false
    )]
    [InlineData("El ministro visitó Sevilla en otoño.", "El ministro visitó Granada en otoño.", false)]
    public void Check_ComparesNumbersAndNames_InOtherLanguages(string source, string claim, bool passes)
    {
        RetrievedPassage passage = ReviewSetup.Passage("a", source, language: "es");

        Assert.Equal(passes, Checker.Check(claim, Checker.Analyze(passage)).Support >= ClaimSupport.Normal);
    }

    [Fact]
    public void Check_FindsEverySentenceOfASourceVerbatim() =>
        Sentences.Sample(sentences =>
        {
            RetrievedPassage passage = ReviewSetup.Passage("a", string.Join(' ', sentences));
            SourceText source = Checker.Analyze(passage);
            foreach (TextRange range in passage.Passage.Sentences)
            {
                Assert.Equal(ClaimSupport.Verbatim, Checker.Check(passage.Passage.GetText(range), source).Support);
            }
        });

    [Fact]
    public void Check_TakesAnyText() =>
        Gen.Select(Gen.String, Sentences, Languages)
            .Sample(
                (claim, sentences, language) =>
                {
                    RetrievedPassage passage = ReviewSetup.Passage(
                        "a",
                        string.Join(' ', sentences),
                        language: language
                    );
                    ClaimVerdict verdict = Checker.Check(claim, Checker.Analyze(passage));
                    Assert.InRange(verdict.Coverage, 0, 1);
                    Assert.True(verdict.Range is not { } range || passage.Passage.Range.Contains(range));
                }
            );

    private static readonly string[] SomeSentences =
    [
        "Kim met 12 farmers in Oslo on 4 March 2021.",
        "It was not the first visit.",
        "Prices rose by 3.5% to $40 million, officials said.",
        "“We will go on,” the mayor told reporters.",
        "U.S. ships may leave the port before the 1990s-era pier is closed.",
        "Das Schiff liegt im Hafen.",
        "北京举行了会谈。",
    ];

    private static readonly string[] SomeLanguages = ["en", "es", "zh", "unknown"];

    private static Gen<string[]> Sentences { get; } =
        Gen.Int[0, SomeSentences.Length - 1].Select(i => SomeSentences[i]).Array[1, 6];

    private static Gen<string> Languages { get; } = Gen.Int[0, SomeLanguages.Length - 1].Select(i => SomeLanguages[i]);

    private static ClaimVerdict Check(string claim, string source) =>
        Checker.Check(claim, Checker.Analyze(ReviewSetup.Passage("a", source)));
}
