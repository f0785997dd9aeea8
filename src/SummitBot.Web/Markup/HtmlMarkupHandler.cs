using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SummitBot.Language;

namespace SummitBot.Web.Markup;

/// <summary>Builds <see cref="Html"/> from an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly struct HtmlMarkupHandler(int literalLength, int formattedCount)
{
    private const int UsualValueLength = 32;

    private readonly StringBuilder _markup = new(literalLength + (formattedCount * UsualValueLength));

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(string? text) =>
        _markup.Append(Html.Encoder.Encode(DirectionControls.Remove(text ?? "")));

    public void AppendFormatted(ReadOnlySpan<char> text) => AppendFormatted(text.ToString());

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Html? markup) => _markup.Append(markup);

    public override string ToString() => _markup.ToString();
}
