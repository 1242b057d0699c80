using System.Globalization;
using System.Text;
using System.Xml;
using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Writers;

/// <summary>A drawing as SVG that takes its colours from the page and can be read aloud and searched.</summary>
internal static class SvgWriter
{
    private const string Svg = "http://www.w3.org/2000/svg";

    public static string Write(Drawing drawing)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("svg", Svg);
            xml.WriteAttributeString("class", SvgStyle.Scope);
            xml.WriteAttributeString("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}");
            xml.WriteAttributeString("width", Number(drawing.Width));
            xml.WriteAttributeString("height", Number(drawing.Height));
            xml.WriteAttributeString("role", "img");
            xml.WriteElementString("title", Svg, drawing.Title);
            xml.WriteElementString("desc", Svg, drawing.AltText);
            xml.WriteElementString("style", Svg, SvgStyle.Sheet);
            foreach (var mark in drawing.Marks)
                Write(xml, mark);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Write(XmlWriter xml, Mark mark)
    {
        switch (mark)
        {
            case Shape shape:
                Write(xml, shape);
                break;
            case Stroke stroke:
                xml.WriteStartElement("path", Svg);
                xml.WriteAttributeString("class", SvgStyle.Name(stroke.Look));
                xml.WriteAttributeString("d", Path(stroke));
                xml.WriteEndElement();
                break;
            case Facet facet:
                xml.WriteStartElement("polygon", Svg);
                xml.WriteAttributeString("class", SvgStyle.Name(facet.Look));
                xml.WriteAttributeString("points", string.Join(' ', facet.Points.Select(Pair)));
                xml.WriteEndElement();
                break;
            case Lettering lettering:
                Write(xml, lettering);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(XmlWriter xml, Shape shape)
    {
        xml.WriteStartElement("rect", Svg);
        xml.WriteAttributeString("class", SvgStyle.Name(shape.Look));
        xml.WriteAttributeString("x", Number(shape.Area.X));
        xml.WriteAttributeString("y", Number(shape.Area.Y));
        xml.WriteAttributeString("width", Number(shape.Area.Width));
        xml.WriteAttributeString("height", Number(shape.Area.Height));
        if (shape.Radius > 0)
            xml.WriteAttributeString("rx", Number(shape.Radius));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Lettering lettering)
    {
        xml.WriteStartElement("text", Svg);
        xml.WriteAttributeString("class", $"{SvgStyle.Name(lettering.Face)} {SvgStyle.Name(lettering.Tint)}{(lettering.Ground == Ground.Lines ? " " + SvgStyle.Rim : "")}");
        xml.WriteAttributeString("x", Number(lettering.Start.X));
        xml.WriteAttributeString("y", Number(lettering.Start.Y));

        // The reader's machine may lack the font that was measured: the line keeps its length in any other.
        xml.WriteAttributeString("textLength", Number(lettering.Width));
        xml.WriteAttributeString("lengthAdjust", "spacingAndGlyphs");
        xml.WriteString(lettering.Text);
        xml.WriteEndElement();
    }

    private static string Path(Stroke stroke)
    {
        var path = new StringBuilder($"M{Pair(stroke.Points[0])}");
        for (var index = 1; index < stroke.Points.Length - 1; index++)
        {
            var corner = Corner.Of(stroke, index);
            path.Append(CultureInfo.InvariantCulture, $" L{Pair(corner.In)} Q{Pair(stroke.Points[index])} {Pair(corner.Out)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $" L{Pair(stroke.Points[^1])}").ToString();
    }

    private static string Pair(Spot spot) => Number(spot.X) + " " + Number(spot.Y);

    private static string Number(float value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
