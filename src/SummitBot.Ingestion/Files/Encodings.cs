using System.Text;

namespace SummitBot.Ingestion.Files;

/// <summary>The encodings of old documents.</summary>
internal static class Encodings
{
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a Windows code page; null when the number is unknown.</summary>
    public static Encoding? Find(int codePage)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
