using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace OutcomeBot.Core.Chat;

/// <summary>
/// A run of text that knows what people typed, who is meant and when. It is written as an interpolated string:
/// holes are never markup, so what a person typed cannot ping, link or inject, whichever door writes it.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(WordsConverter))]
public sealed class Words : IEquatable<Words>
{
    private readonly ImmutableArray<Span>.Builder _spans;

    public Words(int literalLength, int formattedCount) =>
        _spans = ImmutableArray.CreateBuilder<Span>((2 * formattedCount) + Math.Min(1, literalLength));

    private Words(IEnumerable<Span> spans)
    {
        _spans = ImmutableArray.CreateBuilder<Span>();
        _spans.AddRange(spans);
    }

    /// <summary>The parts, in reading order.</summary>
    public IReadOnlyList<Span> Spans => _spans;

    /// <summary>No words at all.</summary>
    public static Words None => new([]);

    public static implicit operator Words(string text) => Of(new Plain(text));

    /// <summary>These parts, in this order.</summary>
    public static Words Of(params IEnumerable<Span> spans) => new(spans);

    /// <summary>These words and then those.</summary>
    public static Words operator +(Words first, Words second) => Add(first, second);

    /// <summary>These words and then those.</summary>
    public static Words Add(Words first, Words second) => new(first._spans.Concat(second._spans));

    public void AppendLiteral(string text) => _spans.Add(new Plain(text));

    public void AppendFormatted(string? text) => _spans.Add(new Plain(text ?? ""));

    /// <summary>Formats: <c>strong</c> for the word that carries the state.</summary>
    public void AppendFormatted(string? text, string format) =>
        _spans.Add(format == "strong" ? new Strong(text ?? "") : throw new ArgumentException("Only 'strong' is known.", nameof(format)));

    public void AppendFormatted(int number) => _spans.Add(new Plain(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public void AppendFormatted(Person person) => _spans.Add(new Who(person));

    public void AppendFormatted(Instant instant) => _spans.Add(new At(instant));

    public void AppendFormatted(LocalDate date) => _spans.Add(new Day(date));

    public void AppendFormatted(Span span) => _spans.Add(span);

    public void AppendFormatted(Words words) => _spans.AddRange(words._spans);

    public bool Equals(Words? other) => other is not null && _spans.SequenceEqual(other._spans);

    public override bool Equals(object? obj) => Equals(obj as Words);

    public override int GetHashCode() => _spans.Aggregate(17, HashCode.Combine);

    /// <summary>The words as plain text, with instants in UTC.</summary>
    public override string ToString() => CardText.Of(this);
}

/// <summary>A part of <see cref="Words"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Plain), "p")]
[JsonDerivedType(typeof(Strong), "s")]
[JsonDerivedType(typeof(Who), "w")]
[JsonDerivedType(typeof(At), "a")]
[JsonDerivedType(typeof(Day), "d")]
[JsonDerivedType(typeof(Link), "l")]
public abstract record Span;

/// <summary>Text as it stands; a line feed is a line break.</summary>
public sealed record Plain(string Text) : Span;

/// <summary>Text that carries the state, shown stronger.</summary>
public sealed record Strong(string Text) : Span;

/// <summary>A person, named or linked as the door does it; naming somebody in a card need not notify them.</summary>
public sealed record Who(Person Person) : Span;

/// <summary>An instant, shown in the reader's zone.</summary>
public sealed record At(Instant Instant) : Span;

/// <summary>A date, the same for every reader.</summary>
public sealed record Day(LocalDate Date) : Span;

/// <summary>A link; only http and https are written as links, anything else as text.</summary>
public sealed record Link(string Label, string Url) : Span;
