using System.Collections.Immutable;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Drawings;

/// <summary>Puts marks on a drawing.</summary>
internal sealed class Pen(Typesetter type)
{
    private readonly ImmutableArray<Mark>.Builder _marks = ImmutableArray.CreateBuilder<Mark>();

    public ImmutableArray<Mark> Marks => _marks.ToImmutable();

    /// <summary>Whose marks the next ones are.</summary>
    public string? Node { get; set; }

    public void Shape(Area area, float radius, Look look) => _marks.Add(new Shape(area, radius, look) { Node = Node });

    public void Line(Look look, float bend, params ImmutableArray<Spot> points) => _marks.Add(new Stroke(points, bend, look) { Node = Node });

    public void Facet(Look look, params ImmutableArray<Spot> points) => _marks.Add(new Facet(points, look) { Node = Node });

    /// <summary>A disc around a point.</summary>
    public void Disc(Spot middle, float radius, Look look) =>
        Shape(new(middle.X - radius, middle.Y - radius, 2 * radius, 2 * radius), radius, look);

    /// <summary>A line of text whose leading starts at this top; it answers where the text ends.</summary>
    public float Text(string text, Face face, Tint tint, float x, float top, Ground ground = Ground.Plain)
    {
        if (text.Length == 0)
            return x;
        var cut = Cut.Of(face);
        var width = type.Width(text, face);

        // Capitals of Inter are 0.73 of its size: half of that below the middle puts them in the middle of their line.
        _marks.Add(new Lettering(text, new(x, top + (cut.Leading / 2) + (cut.Size * 0.364f)), width, face, tint) { Node = Node, Ground = ground });
        return x + width;
    }

    public void Paragraph(Paragraph paragraph, Face face, Tint tint, float x, float top)
    {
        foreach (var line in paragraph.Lines)
        {
            Text(line, face, tint, x, top);
            top += Cut.Of(face).Leading;
        }
    }

    /// <summary>A filled word: its pill starts at x and is so high; it answers where the pill ends.</summary>
    public float Pill(string word, Look look, Tint tint, Area at, float radius)
    {
        var width = type.Width(word, Face.Label) + at.Height;
        var pill = at with { Width = width };
        Shape(pill, radius, look);
        Text(word, Face.Label, tint, at.X + (at.Height / 2), at.MiddleY - (Cut.Of(Face.Label).Leading / 2));
        return pill.Right;
    }

    public float PillWidth(string word, float height) => type.Width(word, Face.Label) + height;

    public Paragraph Wrap(string text, TextRoom room) => type.Wrap(text, room);

    public float Width(string text, Face face) => type.Width(text, face);
}
