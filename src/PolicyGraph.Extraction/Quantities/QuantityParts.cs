using PolicyGraph.Extraction.Quantities.Numerals;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// A quantity half read: its numeral, then its range, its unit and its bounds, each taken from where the one before ends.
/// </summary>
internal struct QuantityParts(string text, int start, Numeral first)
{
    /// <summary>Counters that after a number in words mostly make another word: 四方, 十分, 一度, 五面, 百里.</summary>
    private const string NotAfterWords = "方分度道手门面口点头目里升层股本字伏队车斤期卷封";

    /// <summary>本省, 本市, 本科: what 本 begins where it counts no books.</summary>
    private const string Own = "省市县区地国镇乡村科校院";

    /// <summary>打造百家企业, 制定百项标准: after such a verb a bare hundred counts.</summary>
    private static readonly Terms Made = Terms.Load("figure-words.tsv", "verb");

    private static readonly string[] UpperBounds = ["不满", "不足", "不到", "不超过"];

    private decimal _value = first.Value;
    private decimal? _max = first.Max;
    private Comparator _inner = first.Comparator;
    private decimal _scale = first.Scale;
    private int _numberEnd = start + first.Length;
    private string _unit = "";
    private UnitKind _kind;
    private bool _isClass;

    public int End { get; private set; } = start + first.Length;

    /// <summary>5%—8%, 3至5家, 10-20个; not in 由162个到123个, which are two numbers.</summary>
    public void ReadRange()
    {
        var at = End;
        var unit = Units.Table.TryAt(text, at, out var length, out _) ? text.AsSpan(at, length) : "";
        var bounds = false;
        if (
            !TryConnector(at, out var next)
            && (unit.Length == 0 || (!TryConnector(at + length, out next) && !TryBounds(at + length, out next, out bounds)))
        )
        {
            return;
        }

        if (
            (start > 0 && text[start - 1] is '由' or '从' or '自')
            || next >= text.Length
            || !QuantityReader.TryNumeral(text, next, out var upper)
            || upper.Style != first.Style
        )
        {
            return;
        }

        var end = next + upper.Length;
        var upperUnit = Units.Table.TryAt(text, end, out length, out _) ? text.AsSpan(end, length) : "";
        if ((unit.Length > 0 && !unit.SequenceEqual(upperUnit)) || (bounds && !text.AsSpan(end + length).StartsWith("以下")))
        {
            return;
        }

        var lower = first.Scale == 1m && upper.Scale > 1m && unit.Length == 0 ? first.Value * upper.Scale : first.Value;
        if (lower < upper.Value)
        {
            (_value, _max, _scale, _inner, _numberEnd, End) = (lower, upper.Value, upper.Scale, upper.Comparator, end, end);
        }
    }

    public void ReadUnit()
    {
        if (first.Style == NumeralStyle.PerCent)
        {
            (_unit, _kind) = ("%", UnitKind.Percent);
            return;
        }

        if (first.Style == NumeralStyle.Fraction)
        {
            return;
        }

        var at = End;
        if (at < text.Length && Digits.IsMore(text[at]))
        {
            _inner = Comparator.Greater;
            at++;
        }

        if (
            Units.Table.TryAt(text, at, out var length, out var kind)
            && MayFollow(text[at], kind)
            && !IsWordOn(at)
            && !text.AsSpan(at).StartsWith("目标")
        )
        {
            var rate = RateUnits.LengthAt(text, at + length, kind == UnitKind.Compound);
            (_unit, _kind, End) =
                rate > 0
                    ? (text.Substring(at, length + rate), UnitKind.Compound, at + length + rate)
                    : (Bare(text.Substring(at, length), kind), kind, at + length);
            // 低0.1个和0.7个百分点: the points are said once.
            (_unit, _kind) =
                _unit is "个"
                && text.AsSpan(start, at - start).Contains('.')
                && SharedUnits.TryRead(text, End, true, false, out var points, out var pointKind)
                && pointKind == UnitKind.Point
                    ? (points, pointKind)
                    : (_unit, _kind);
        }
        else if (at > End)
        {
            End = at;
        }
        else if (
            first.Style == NumeralStyle.Digits
            && SharedUnits.TryRead(
                text,
                at,
                text.AsSpan(start, at - start).Contains('.'),
                SharedUnits.IsDivided(text, start),
                out var shared,
                out kind
            )
        )
        {
            (_unit, _kind) = (shared, kind);
        }

        if (End < text.Length && text[End] == '级' && (_scale >= 10_000m || _kind == UnitKind.Mass))
        {
            (_isClass, _inner, End) = (true, Comparator.Greater, End + 1);
            (_unit, _kind) = _unit.Length == 0 ? ("元", UnitKind.Money) : (_unit, _kind);
        }
    }

    public readonly bool IsQuantity()
    {
        if (first.Style is NumeralStyle.Digits or NumeralStyle.Fraction or NumeralStyle.PerCent || _isClass)
        {
            return true;
        }

        if (first.Style == NumeralStyle.Vague)
        {
            return _unit.Length > 0;
        }

        var words = text.AsSpan(start, first.Length);
        var bounded =
            _inner != Comparator.Equal
            || _max is not null
            || Comparators.TryBefore(text, start, out _, out _)
            || (_unit.Length > 0 && text.AsSpan(End).StartsWith("以上"))
            || (_kind == UnitKind.Count && Made.Before(text.AsSpan(0, start), start).Found);
        return ChineseNumerals.IsBare(words) && !IsTen(words)
            ? bounded && _unit.Length > 0
            : _unit.Length > 0 || (_scale >= 10_000m && words.Length > 1);
    }

    /// <summary>十日, 十个工作日, 十万元: a number like any other, where 百家 and 千万元 are sizes; not 十分.</summary>
    private readonly bool IsTen(ReadOnlySpan<char> words) => words[0] == '十' && _unit is not ("分" or "");

    public readonly Quantity ToQuantity()
    {
        var comparator = _inner;
        var negative =
            start > 1 && text[start - 1] == '-' && !char.IsAsciiLetterOrDigit(text[start - 2]) && text[start - 2] is not ('%' or '-');
        var spanStart = negative ? start - 1 : start;
        var lead = negative || (start > 0 && text[start - 1] == '了') ? start - 1 : start;
        if (Comparators.TryBefore(text, lead, out var length, out var before) && !_isClass)
        {
            (spanStart, comparator) = (
                lead - length,
                length > 1 && before == Comparator.About && comparator == Comparator.Greater ? comparator : Stronger(before, comparator)
            );
        }

        var end = End;
        if (Comparators.TryAfter(text, end, out length, out var after))
        {
            (end, comparator) = (end + length, text.AsSpan(spanStart).StartsWith("控制在") ? after : Stronger(comparator, after));
        }

        return new Quantity
        {
            Span = new(spanStart, end),
            Number = new(start, _numberEnd),
            Value = negative ? -_value : _value,
            ValueMax = _max,
            Unit = _unit,
            UnitKind = _kind,
            Comparator = comparator,
            Form =
                _isClass ? QuantityForm.SizeClass
                : first.Style == NumeralStyle.Vague ? QuantityForm.Vague
                : QuantityForm.Amount,
            InDigits = char.IsAsciiDigit(text[start]),
            Rule =
                _isClass ? "quantity.class"
                : _max is null ? "quantity.amount"
                : "quantity.range",
        };
    }

    /// <summary>
    /// 超…以上 and 近…余 say one thing twice: the first word holds, unless it says nothing; 大概100多个 is more than a hundred.
    /// </summary>
    private static Comparator Stronger(Comparator first, Comparator second) => first == Comparator.Equal ? second : first;

    private static string Bare(string unit, UnitKind kind) =>
        kind == UnitKind.Money && unit.EndsWith("人民币", StringComparison.Ordinal) ? "元" : unit;

    private readonly bool MayFollow(char unit, UnitKind kind) =>
        kind switch
        {
            UnitKind.Bandwidth => _scale >= 1000m || Units.IsComputing(text, _numberEnd),
            _ => first.Style != NumeralStyle.Words || _scale >= 10_000m || !NotAfterWords.Contains(unit),
        };

    /// <summary>5万个人用户, 600万本省人口, 1 GB/T 7714: what looks like a unit begins another word.</summary>
    private readonly bool IsWordOn(int at) =>
        text.AsSpan(at) is var rest
        && (
            rest.StartsWith("GB/")
            || (_scale >= 10_000m && rest.StartsWith("个人"))
            || (rest.Length > 1 && rest[0] == '本' && Own.Contains(rest[1]))
        );

    /// <summary>1万元以上5万元以下, 三千元以上不满一万元: the rule's own way to write a range.</summary>
    /// <param name="bounds">True where 以下 has to close the range.</param>
    private readonly bool TryBounds(int at, out int next, out bool bounds)
    {
        next = at + 2;
        bounds = next < text.Length && text.AsSpan(at).StartsWith("以上");
        if (!bounds)
        {
            return false;
        }

        foreach (var word in UpperBounds)
        {
            if (text.AsSpan(next).StartsWith(word))
            {
                (next, bounds) = (next + word.Length, false);
                return next < text.Length;
            }
        }

        return true;
    }

    private readonly bool TryConnector(int at, out int next)
    {
        next = at;
        while (next < text.Length && next - at < 2 && text[next] is '-' or '—' or '~')
        {
            next++;
        }

        if (next == at && at < text.Length && text[at] is '至' or '到')
        {
            next++;
        }

        return next > at && next < text.Length;
    }
}
