namespace SummitBot.ReaderTraining.Windows;

/// <summary>Windows of different lengths, for comparing models.</summary>
internal static class SampleWindows
{
    private static readonly string[] Sentences =
    [
        "The summit opened in the port on Monday.",
        "Nineteen delegations had come, three more than in the year before.",
        "Its chair, Vera Linden, spoke of \"a beginning\".",
        "Talks on fishing rights were put off until 12 June 2025.",
    ];

    public static IReadOnlyList<ReaderWindow> Create(WindowEncoder encoder) =>
        [
            .. Enumerable
                .Range(0, Sentences.Length)
                .SelectMany(first => encoder.Encode("Who led the meeting?", "Summit in the port", Sentences, first)),
        ];
}
