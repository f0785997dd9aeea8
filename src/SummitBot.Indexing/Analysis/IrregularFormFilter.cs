using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using SummitBot.Language.Words;

namespace SummitBot.Indexing.Analysis;

/// <summary>
/// Puts base forms in the place of irregular ones of English (<c>wrote</c>, <c>children</c>), which stemmers leave as they are: a
/// question asks what somebody did write, and the sentence says what he wrote. Wants words in lower case.
/// </summary>
internal sealed class IrregularFormFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public IrregularFormFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (IrregularForms.English.GetSureBase(_term.Buffer.AsSpan(0, _term.Length)) is { } found)
        {
            _term.SetEmpty().Append(found);
        }

        return true;
    }
}
