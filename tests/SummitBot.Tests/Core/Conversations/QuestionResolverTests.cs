using SummitBot.Core.Access;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Tests.Core.Conversations;

public sealed class QuestionResolverTests
{
    private readonly QuestionResolver _resolver = new(new WordAnalyzer(), new NoStatistics());

    [Theory]
    [InlineData("Where did they meet in 2023?", "And in 2019?", "Where did they meet in 2019?")]
    [InlineData(
        "How many launches were there by 2023?",
        "what about by late 2019?",
        "How many launches were there by 2019?"
    )]
    [InlineData("Where did Putin meet Kim?", "And in 2019?", "Where did Putin meet Kim in 2019?")]
    [InlineData("Which fuel does the Soyuz burn?", "And the Angara?", "Which fuel does the Angara burn?")]
    [InlineData("When did Putin arrive?", "What about the train of Kim?", "When did Putin arrive the train of Kim?")]
    [InlineData("Did Putin meet Kim?", "And Putin?", "Did Putin meet Kim Putin?")]
    [InlineData(
        "Where did they talk in 2023?",
        "And in 2019 in Vladivostok?",
        "Where did they talk in 2023 in 2019 in Vladivostok?"
    )]
    [InlineData("Where did they meet?", "When?", "When? Where did they meet?")]
    [InlineData("¿Dónde se reunieron en 2023?", "¿Y en 2019?", "¿Dónde se reunieron en 2019?")]
    [InlineData(
        "How much is a Falcon City brake service?",
        "What about a new chain?",
        "How much is a Falcon City new chain?"
    )]
    [InlineData("How much does a day ticket cost?", "How about a yearly pass?", "How much does a yearly pass cost?")]
    [InlineData("How much is a ticket for children?", "And for adults?", "How much is a ticket for adults?")]
    [InlineData(
        "What does a day pass cost for a child?",
        "And for a senior?",
        "What does a day pass cost for a senior?"
    )]
    [InlineData(
        "When does the pool open for the public?",
        "And for the club?",
        "When does the pool open for the club?"
    )]
    [InlineData("When does the B1 course start?", "And the C1 course?", "When does the C1 course start?")]
    [InlineData("How much is a Tesla Model 3 tyre?", "And for the Zoe?", "How much is a Zoe tyre?")]
    [InlineData("Was kostet die Karte für Erwachsene?", "Und für Kinder?", "Was kostet die Karte für Kinder?")]
    [InlineData(
        "Combien coûte le billet pour les adultes ?",
        "Et pour les enfants ?",
        "Combien coûte le billet pour les enfants?"
    )]
    [InlineData("Сколько стоит билет для взрослых?", "А для детей?", "Сколько стоит билет для детей?")]
    public void Resolve_FitsAFragmentIntoTheQuestionBefore(string previous, string followUp, string expected) =>
        Assert.Equal(expected, Resolve(followUp, User(previous)).Text);

    [Theory]
    [InlineData(
        "yes",
        "It is on Mondays. Would you like to know when the B1 course starts?",
        "when the B1 course starts?"
    )]
    [InlineData("Yes please", "Do you want to hear about the B1 course?", "what about the B1 course?")]
    [InlineData(
        "Yes, the B1 course please",
        "Do you want to hear about the A2 or the B1 course?",
        "what about the B1 course?"
    )]
    [InlineData("ja, gerne", "Möchten Sie wissen, wann der Kurs beginnt?", "wann der Kurs beginnt?")]
    [InlineData("Yes, but when?", "Do you want to hear about the B1 course?", "Yes, but when?")]
    [InlineData("yes", "It is on Mondays.", "yes")]
    public void Resolve_AsksWhatWasOfferedAndAccepted(string reply, string offer, string expected) =>
        Assert.Equal(
            expected,
            Resolve(reply, User("How much is the A2 course?"), new ConversationTurn(Speaker.Assistant, offer)).Text
        );

    [Theory]
    [InlineData("No, that is wrong", true)]
    [InlineData("That's not true!", true)]
    [InlineData("Are you sure?", true)]
    [InlineData("Incorrect.", true)]
    [InlineData("True", false)]
    [InlineData("Is the wrong bridge closed?", false)]
    [InlineData("What is wrong?", false)]
    public void Resolve_ADoubt_AsksThePreviousQuestionAgain_WithoutTheLastAnswer(string reply, bool isDoubt)
    {
        ResolvedQuestion resolved = Resolve(
            reply,
            User("How much is the A2 course?"),
            new ConversationTurn(Speaker.Assistant, "It costs 180 euros.")
        );

        Assert.Equal(isDoubt, resolved.IsDoubt);
        Assert.Equal(isDoubt, resolved.ExcludesAnswered);
        Assert.Equal(isDoubt ? "How much is the A2 course?" : reply, isDoubt ? resolved.Text : resolved.Asked);
    }

    [Fact]
    public void Resolve_OfAReplacedPart_TakesNoWordsAlongAndKeepsTheLastAnswer()
    {
        ResolvedQuestion resolved = Resolve(
            "What about a new chain?",
            User("How much is a brake service?"),
            new ConversationTurn(Speaker.Assistant, "A brake service costs 45 euros.")
        );

        Assert.Empty(resolved.ContextTerms);
        Assert.Equal("A brake service costs 45 euros.", resolved.AlreadyAnswered);
    }

    [Fact]
    public void Resolve_ChainsFragments() =>
        Assert.Equal(
            "Where did they meet in 2024?",
            Resolve("And in 2024?", User("Where did they meet in 2023?"), User("And in 2019?")).Text
        );

    [Fact]
    public void Resolve_AddsContextWordsToAFollowUp()
    {
        ResolvedQuestion resolved = Resolve(
            "What did he ask for in return?",
            User("Where did Putin meet Kim?"),
            new ConversationTurn(Speaker.Assistant, "They met at the cosmodrome.")
        );

        Assert.Equal("What did he ask for in return?", resolved.Text);
        Assert.Equal(0.4, GetWeight(resolved, "Putin"), 3);
        Assert.Equal(0.1, GetWeight(resolved, "cosmodrome"), 3);
    }

    [Fact]
    public void Resolve_TakesOnlyWordsOfWhatAnAnswerStates()
    {
        ResolvedQuestion resolved = Resolve(
            "What did he ask for?",
            User("Where did Putin meet Kim?"),
            new ConversationTurn(Speaker.Assistant, "The closest passage is: At the cosmodrome. [1]")
            {
                Statement = "At the cosmodrome.",
            }
        );

        Assert.Equal(["Putin", "meet", "Kim", "cosmodrome"], resolved.ContextTerms.Select(t => t.Word));
    }

    [Fact]
    public void Resolve_TakesNoWordsOfARefusal()
    {
        ResolvedQuestion resolved = Resolve(
            "What did he ask for?",
            User("Where did Putin meet Kim?"),
            new ConversationTurn(Speaker.Assistant, "The articles don't say. The closest is: Cosmodrome.")
            {
                Statement = null,
            }
        );

        Assert.Equal(["Putin", "meet", "Kim"], resolved.ContextTerms.Select(t => t.Word));
    }

    [Theory]
    [InlineData("When did Putin and Kim Jong-un meet?", null, "What did he say?", "Putin", "Kim Jong-un")]
    [InlineData("When did Putin and Kim meet?", "Putin met Kim in 2019.", "What was his gift?", "Putin", "Kim")]
    [InlineData("¿Cuándo se reunieron Putin y Kim?", null, "¿Qué dijo él?", "Putin", "Kim")]
    [InlineData("Wann trafen sich Putin und Kim?", null, "Was sagte er?", "Putin", "Kim")]
    [InlineData("Quand se sont rencontrés Putin et Kim ?", null, "Pourquoi lui a-t-on écrit ?", "Putin", "Kim")]
    [InlineData("Когда встретились Путин и Ким?", null, "Что он сказал?", "Путин", "Ким")]
    public void Resolve_OfAPronounForEitherOfTwo_GivesBothReadings(
        string previous,
        string? answer,
        string followUp,
        string first,
        string second
    ) => Assert.Equal([first, second], Readings(previous, answer, followUp));

    [Theory]
    [InlineData("Where did Putin meet Kim?", null, "What did he say?")]
    [InlineData(
        "When did Putin and Kim meet?",
        "Kim came by train to see Putin, and Kim was late.",
        "What did he say?"
    )]
    [InlineData("When did Putin and Kim meet?", null, "What did they say?")]
    [InlineData("When did Putin and Kim meet?", null, "What did he tell Lavrov?")]
    [InlineData("When did Putin, Kim and Lavrov meet?", null, "What did he say?")]
    [InlineData("When did Putin and the guest meet?", null, "What did he say?")]
    public void Resolve_OfAPronounForOne_GivesNoReadings(string previous, string? answer, string followUp) =>
        Assert.Empty(Readings(previous, answer, followUp));

    [Theory]
    [InlineData("Kim", "What did Kim say?")]
    [InlineData("I mean Putin", "What did Putin say?")]
    [InlineData("both", "both")]
    [InlineData("Where does Kim live?", "Where does Kim live?")]
    public void Resolve_AfterAskingBack_ReadsTheQuestionAsChosen(string choice, string expected) =>
        Assert.Equal(
            expected,
            Resolve(
                choice,
                User("When did Putin and Kim meet?"),
                new ConversationTurn(Speaker.Assistant, "They met in 2019. [1]"),
                User("What did he say?"),
                new ConversationTurn(Speaker.Assistant, "Do you mean Putin or Kim?")
                {
                    Statement = null,
                    AsksBack = true,
                }
            ).Text
        );

    [Fact]
    public void Resolve_OfANewQuestion_AddsThePreviousOneWithALowWeight()
    {
        ResolvedQuestion resolved = Resolve(
            "Which engines power the heavy Angara rocket?",
            User("Who won the election?"),
            User("Where did Putin meet Kim?")
        );

        Assert.Equal(0.2, GetWeight(resolved, "Kim"), 3);
        Assert.DoesNotContain(resolved.ContextTerms, t => t.Word == "election");
    }

    [Fact]
    public void Resolve_WithoutConversation_LeavesTheQuestionAlone()
    {
        ResolvedQuestion resolved = Resolve("And in 2019?");

        Assert.Equal("And in 2019?", resolved.Text);
        Assert.Empty(resolved.ContextTerms);
    }

    [Fact]
    public void Resolve_NeverGivesAWordOfTheQuestionAsContext() =>
        Assert.DoesNotContain(
            Resolve("Where did he meet Kim?", User("Where did Putin meet Kim?")).ContextTerms,
            t => t.Word is "Kim" or "meet"
        );

    private ResolvedQuestion Resolve(string question, params ConversationTurn[] conversation) =>
        _resolver.Resolve(question, QuestionLanguage.Detect(question), conversation, AccessScope.Public);

    private IReadOnlyList<string> Readings(string previous, string? answer, string followUp) =>
        (
            answer is null
                ? Resolve(followUp, User(previous))
                : Resolve(followUp, User(previous), new ConversationTurn(Speaker.Assistant, answer))
        ).Readings;

    private static ConversationTurn User(string text) => new(Speaker.User, text);

    private static double GetWeight(ResolvedQuestion resolved, string word) =>
        Assert.Single(resolved.ContextTerms, t => t.Word == word).Weight;

    private sealed class WordAnalyzer : ITermAnalyzer
    {
        public IReadOnlyList<Term> Analyze(string text, string language)
        {
            var terms = new List<Term>();
            int start = 0;
            foreach (string word in text.Split(' '))
            {
                terms.Add(new Term(word.Trim('.', '?').ToLowerInvariant(), start, start + word.Trim('.', '?').Length));
                start += word.Length + 1;
            }

            return terms;
        }
    }

    private sealed class NoStatistics : ITermStatistics
    {
        public int PassageCount(string language, AccessScope scope) => 100;

        public int PassageFrequency(string stem, string language, AccessScope scope) => 1;

        public string? NearestStem(string stem, string language, AccessScope scope) => null;
    }
}
