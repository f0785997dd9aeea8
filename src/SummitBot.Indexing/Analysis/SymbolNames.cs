using Lucene.Net.Analysis.CharFilters;

namespace SummitBot.Indexing.Analysis;

/// <summary>Names with symbols that tokenizers would remove: <c>C++</c>, <c>C#</c>, <c>AT&amp;T</c>.</summary>
internal static class SymbolNames
{
    private static readonly NormalizeCharMap Map = Create();

    /// <summary>The text with such symbols replaced by letters; offsets still refer to the original text.</summary>
    public static TextReader Spell(TextReader text) => new MappingCharFilter(Map, text);

    private static NormalizeCharMap Create()
    {
        var map = new NormalizeCharMap.Builder();
        foreach (char letter in "CcFf")
        {
            map.Add($"{letter}#", $"{letter}sharp");
        }

        map.Add("C++", "Cplusplus");
        map.Add("c++", "cplusplus");
        foreach (char first in Enumerable.Range('A', 26).Select(c => (char)c))
        {
            foreach (char second in Enumerable.Range('A', 26).Select(c => (char)c))
            {
                map.Add($"{first}&{second}", $"{first}and{second}");
                map.Add($"{first}&{second}".ToLowerInvariant(), $"{first}and{second}".ToLowerInvariant());
            }
        }

        return map.Build();
    }
}
