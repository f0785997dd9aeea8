using System.Collections.Frozen;
using System.Globalization;

namespace SummitBot.Language.Recognition;

/// <summary>Numbers in digits and English words, magnitudes, and units in one canonical form.</summary>
public static class Numerals
{
    private static readonly FrozenDictionary<string, double> Words = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen"
    )
        .Split(' ')
        .Select((word, value) => KeyValuePair.Create(word, (double)value))
        .Concat(
            "twenty thirty forty fifty sixty seventy eighty ninety"
                .Split(' ')
                .Select((word, i) => KeyValuePair.Create(word, (i + 2) * 10.0))
        )
        .Append(KeyValuePair.Create("dozen", 12.0))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Ordinals = (
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    )
        .Split(' ')
        .Select((word, i) => KeyValuePair.Create(word, i + 3.0))
        .Append(KeyValuePair.Create("twentieth", 20.0))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Magnitudes = new Dictionary<string, double>(
        StringComparer.Ordinal
    )
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["k"] = 1_000,
        ["million"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Units = (
        "%:percent,per cent,pct;$:dollar,dollars,usd;€:euro,euros,eur;£:pound,pounds,gbp;¥:yen,yuan;rouble:rouble,roubles,ruble,"
        + "rubles;rupee:rupees,rupee;franc:francs,franc;mark:marks;"
        + "km:kilometre,kilometres,kilometer,kilometers,km,kms;mile:mile,miles,mi;m:metre,metres,meter,meters;cm:cm,centimetre,"
        + "centimetres,centimeters;mm:mm,millimetres,millimeters;ft:feet,foot,ft;inch:inch,inches;yard:yard,yards;"
        + "kg:kg,kilogram,kilograms,kilos;g:grams,gram;t:tonne,tonnes,ton,tons,tonnes;lb:lb,lbs;"
        + "litre:litre,litres,liter,liters;gallon:gallons,gallon;acre:acre,acres;hectare:hectare,hectares,ha;"
        + "second:second,seconds;minute:minute,minutes;hour:hour,hours;day:day,days;week:week,weeks;month:month,months;"
        + "year:year,years;decade:decade,decades;century:century,centuries;"
        + "celsius:celsius,°c;fahrenheit:fahrenheit,°f;kelvin:kelvin;watt:watts,watt;kw:kilowatt,kilowatts;mw:megawatt,megawatts,mw;"
        + "gw:gigawatt,gigawatts;mph:mph;kmh:kmh;kb:kilobytes;mb:megabytes,mb;gb:gigabytes,gb;tb:terabytes,tb"
    )
        .Split(';')
        .Select(group => group.Split(':'))
        .SelectMany(group => group[1].Split(',').Select(word => KeyValuePair.Create(word, group[0])))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static double? WordValue(string word) => Words.TryGetValue(word, out double value) ? value : null;

    public static double? OrdinalValue(string word) => Ordinals.TryGetValue(word, out double value) ? value : null;

    public static double? Magnitude(string word) => Magnitudes.TryGetValue(word, out double value) ? value : null;

    /// <summary>The canonical unit of a word; null when it is not a unit.</summary>
    public static string? GetUnit(string word) => Units.GetValueOrDefault(word);

    /// <summary>The value of digits with separators, by the rules of the language; null when too large.</summary>
    public static double? DigitsValue(string digits, bool isEnglish)
    {
        bool commaIsDecimal = !isEnglish && digits.Contains(',', StringComparison.Ordinal);
        bool dotGroups =
            !isEnglish && digits.IndexOf('.', StringComparison.Ordinal) is > 0 and int dot && digits.Length - dot == 4;
        string plain = string.Concat(
            digits.Where(c =>
                char.IsAsciiDigit(c) || (c == '.' && !dotGroups && !commaIsDecimal) || (c == ',' && commaIsDecimal)
            )
        );
        return double.TryParse(
            plain.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double value
        )
            ? value
            : null;
    }
}
