using static TorchSharp.torch;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>The reader's output for a batch.</summary>
/// <param name="Sentences">Windows times 1 + sentences: first that none answers, then that each sentence does.</param>
/// <param name="Starts">Windows times tokens: the short answer starts here.</param>
/// <param name="Ends">Windows times tokens: the short answer's last token is here.</param>
internal sealed record ReaderOutput(Tensor Sentences, Tensor Starts, Tensor Ends);
