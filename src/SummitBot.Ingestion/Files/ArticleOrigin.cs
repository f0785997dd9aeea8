using System.Security.Cryptography;
using System.Text;
using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Files;

/// <summary>The origin of an article: a file of the corpus, a file inside one, or a record of one.</summary>
/// <param name="Path">Full path of the file of the corpus.</param>
/// <param name="Name">Relative path of the innermost file; its extension determines the format.</param>
/// <param name="Entry">The entry inside the file of the corpus; null for the file itself.</param>
/// <param name="IdPath">The relative path that the article's id is derived from.</param>
internal sealed record ArticleOrigin(string Path, string Name, string? Entry, string IdPath)
{
    /// <summary>Longer keys, such as the ids of mails, are cut and made unique by a hash.</summary>
    private const int MaxKeyLength = 60;

    private const int KeptOfKey = 40;

    /// <summary>What the settings say of the file's articles.</summary>
    public ArticleDefaults Defaults { get; private init; } = ArticleDefaults.None;

    public string Source => Entry is null ? Path : $"{Path}#{Entry}";

    public static ArticleOrigin From(ArticleFile file) =>
        new(file.Path, file.RelativePath, null, file.RelativePath) { Defaults = ArticleDefaults.Read(file.Defaults) };

    /// <summary>A file inside this one.</summary>
    public ArticleOrigin File(string name) =>
        this with
        {
            Name = name,
            Entry = Entry is null ? name : $"{Entry}#{name}",
            IdPath = $"{WithoutExtension(IdPath)}/{name}",
        };

    /// <summary>A record of this file, for example a message of a mailbox.</summary>
    /// <param name="key">The record's own id, which does not depend on other records.</param>
    public ArticleOrigin Record(string key) =>
        this with
        {
            Entry = Entry is null ? key : $"{Entry}#{key}",
            IdPath = $"{WithoutExtension(IdPath)}/{Shorten(key)}.record",
        };

    /// <summary>The contents of this compressed file: <c>a.md</c> of <c>a.md.gz</c>.</summary>
    public ArticleOrigin Decompressed() =>
        this with
        {
            Name = WithoutExtension(Name),
            IdPath = WithoutExtension(IdPath),
        };

    private static string WithoutExtension(string path) => System.IO.Path.ChangeExtension(path, null);

    private static string Shorten(string key) =>
        key.Length <= MaxKeyLength
            ? key
            : $"{key[..KeptOfKey]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10]}";
}
