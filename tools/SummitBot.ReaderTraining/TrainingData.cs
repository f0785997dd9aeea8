using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining;

/// <summary>The questions of the folders on the command line, for training and evaluation.</summary>
internal sealed class TrainingData
{
    private readonly HardNegatives _negatives;

    /// <exception cref="InvalidQuestionFileException">A file is missing or a line is invalid.</exception>
    public TrainingData(
        BaseModel baseModel,
        IEnumerable<string> questionFolders,
        IEnumerable<string> squadFolders,
        int maxTokens
    )
    {
        QuestionSet[] sets = [.. questionFolders.Select(QuestionFolder.Read), .. squadFolders.Select(SquadFolder.Read)];
        if (sets.Length == 0)
        {
            throw new InvalidQuestionFileException("There are no questions: name a folder by --questions or --squad.");
        }

        Encoder = new WindowEncoder(new ReaderTokenizer(baseModel.Vocabulary), maxTokens);
        Passage[] passages = [.. sets.SelectMany(set => set.Passages)];
        _negatives = new HardNegatives(new PassageOverlap(Encoder.Tokenizer, passages), passages);
        Questions = [.. sets.SelectMany(set => set.TrainingQuestions)];
        Evaluations =
        [
            .. sets.Select(set => new ReaderEvaluation(set, Encoder, _negatives))
                .Where(evaluation => !evaluation.IsEmpty),
        ];
    }

    public WindowEncoder Encoder { get; }

    /// <summary>The training questions.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>One for each folder that has held-out questions.</summary>
    public IReadOnlyList<ReaderEvaluation> Evaluations { get; }

    public EpochExamples CreateExamples(TrainingOptions options) => new(Encoder, _negatives, options);
}
