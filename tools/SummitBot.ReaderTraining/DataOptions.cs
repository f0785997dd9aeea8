using System.CommandLine;

namespace SummitBot.ReaderTraining;

/// <summary>The command line's options that name folders of questions.</summary>
internal sealed record DataOptions(Option<string[]> Questions, Option<string[]> Squad)
{
    public static DataOptions Create() =>
        new(
            new Option<string[]>("--questions")
            {
                Description = "A folder with passages.jsonl and questions.jsonl; may be given several times.",
            },
            new Option<string[]>("--squad")
            {
                Description =
                    "A folder with corpus.jsonl and queries.jsonl made from SQuAD 2.0; may be given several times.",
            }
        );

    public void AddTo(Command command)
    {
        command.Options.Add(Questions);
        command.Options.Add(Squad);
    }

    public DataFolders Read(ParseResult parsed, int maxTokens) =>
        new(parsed.GetValue(Questions) ?? [], parsed.GetValue(Squad) ?? [], maxTokens);
}
