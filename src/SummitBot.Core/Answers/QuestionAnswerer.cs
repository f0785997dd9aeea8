using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Articles;
using SummitBot.Core.Conversations;
using SummitBot.Core.Languages;
using SummitBot.Core.News;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Answers;

/// <summary>The use case: a question in, an answer whose every sentence carries a checked citation out, or a refusal.</summary>
public sealed class QuestionAnswerer(
    IQuestionResolver resolver,
    IPassageRetriever retriever,
    IAnswerWriter writer,
    SmallTalkReplier smallTalk,
    IOptions<AnsweringOptions> options,
    AnswerParts parts,
    TimeProvider time
)
{
    private const int MostClosestArticles = 3;
    private const int RoomForCopies = 4;
    private const double TimeWordWeight = 0.5;

    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(question));
        }

        long started = time.GetTimestamp();
        if (await smallTalk.ReplyAsync(question, cancellationToken) is { } reply)
        {
            return reply with { Elapsed = time.GetElapsedTime(started) };
        }

        AnsweringOptions settings = options.Value;
        ResolvedQuestion resolved = resolver.Resolve(
            question.Text.Trim(),
            [.. SmallTalkReplier.WithoutSmallTalk(question.Conversation).TakeLast(settings.HistoryTurns)]
        );
        if (resolved.Readings is [var first, var second])
        {
            return AskBack(resolved, first, second) with { Elapsed = time.GetElapsedTime(started) };
        }

        QuestionTime questionTime = parts.Has(AnswerPart.Time)
            ? QuestionTimeReader.Read(resolved.Text, resolved.Language, question.AsOf ?? Today())
            : QuestionTime.None;
        IReadOnlyList<RetrievedPassage> passages = await RetrieveAsync(
            SearchOf(resolved, questionTime) with
            {
                Count = settings.Passages,
                AsOf = question.AsOf,
            },
            cancellationToken
        );
        AnswerDraft draft =
            passages.Count == 0
                ? new AnswerDraft([], 0)
                : await writer.WriteAsync(
                    new AnswerRequest(resolved, passages, question.MaxSentences ?? settings.MaxSentences)
                    {
                        Time = questionTime,
                        Explain = question.Explain,
                    },
                    cancellationToken
                );
        Answer answer = Conclude(resolved, passages, draft, settings);
        Explanation? explanation = question.Explain
            ? Explainer.Explain(resolved, passages, draft, answer, settings.MinConfidence)
            : null;
        return answer with { Explanation = explanation, Elapsed = time.GetElapsedTime(started) };
    }

    /// <summary>The answer as it comes to be; the last update, and only that one, is final.</summary>
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(
        Question question,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return new AnswerUpdate(await AnswerAsync(question, cancellationToken), AnswerStage.Final);
    }

    /// <summary>The best passages, near-copies counted once; others take their places.</summary>
    private async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query, CancellationToken token)
    {
        IReadOnlyList<RetrievedPassage> found = await retriever.RetrieveAsync(query, token);
        if (!parts.Has(AnswerPart.NearCopies))
        {
            return found;
        }

        IReadOnlyList<RetrievedPassage> kept = NearCopies.Fold(found);
        if (kept.Count == found.Count || found.Count < query.Count)
        {
            return kept;
        }

        found = await retriever.RetrieveAsync(query with { Count = query.Count * RoomForCopies }, token);
        return [.. NearCopies.Fold(found).Take(query.Count)];
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>
    /// Articles say "yesterday" of another day than the question does: its relative words are not searched for, but the
    /// months and years that they mean are.
    /// </summary>
    private static RetrievalQuery SearchOf(ResolvedQuestion question, QuestionTime time) =>
        new(time.IsRelative ? time.TimelessText : question.Text, question.Language)
        {
            ContextTerms =
            [
                .. question.ContextTerms,
                .. time.SearchWords.Select(w => new WeightedTerm(w, TimeWordWeight)),
            ],
        };

    private Answer Conclude(
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        AnswerDraft draft,
        AnsweringOptions settings
    )
    {
        CheckedDraft checkedDraft = CitationGate.Check(draft, passages);
        Answer refusal = Refuse(question, passages, draft.Confidence);
        if (checkedDraft.Sentences.Count == 0)
        {
            return refusal;
        }

        double confidence = draft.ConfidenceIn(checkedDraft.Sentences[0]);
        if (confidence < settings.MinConfidence)
        {
            bool isNear = confidence >= settings.ClosestPassageConfidence;
            refusal = refusal with { Confidence = confidence };
            return isNear ? WithClosestPassage(refusal, checkedDraft) : refusal;
        }

        return new Answer
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.Answered,
            Confidence = confidence,
            Text = checkedDraft.IsConflicting
                ? AnswerText.OfConflict(checkedDraft, question.Language)
                : AnswerText.Of(checkedDraft.Sentences),
            IsConflicting = checkedDraft.IsConflicting,
            Sentences = checkedDraft.Sentences,
            ShortAnswer = checkedDraft.ShortAnswer,
            Citations = checkedDraft.Citations,
            Writer = writer.Name,
        };
    }

    private Answer AskBack(ResolvedQuestion question, string first, string second) =>
        new()
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.NeedsClarification,
            Text = Phrases.For(question.Language).Clarification(first, second),
            Writer = writer.Name,
        };

    private Answer Refuse(ResolvedQuestion question, IReadOnlyList<RetrievedPassage> passages, double confidence)
    {
        ArticleSummary[] closest = [.. passages.Select(p => p.Article).DistinctBy(a => a.Id).Take(MostClosestArticles)];
        return new Answer
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.NotInCorpus,
            Confidence = confidence,
            Text = AnswerText.OfRefusal(closest, question.Language),
            Lead = AnswerText.LeadOfRefusal(closest, question.Language),
            Closest = closest,
            Writer = writer.Name,
        };
    }

    /// <summary>The refusal that quotes the likeliest sentence, as no more than the closest passage.</summary>
    private static Answer WithClosestPassage(Answer refusal, CheckedDraft closest)
    {
        AnswerSentence[] sentences = [closest.Sentences[0]];
        return refusal with
        {
            Text = AnswerText.OfClosestPassage(sentences, refusal.Language),
            Lead = null,
            Sentences = sentences,
            Citations = [.. closest.Citations.Where(c => sentences[0].Citations.Contains(c.Number))],
        };
    }
}
